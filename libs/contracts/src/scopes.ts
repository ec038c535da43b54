/** Scopes as Mastodon names them. A parent implies its children; `follow` is read and write of blocks, follows and mutes. */
const READ = [
  'accounts',
  'blocks',
  'bookmarks',
  'favourites',
  'filters',
  'follows',
  'lists',
  'mutes',
  'notifications',
  'search',
  'statuses',
] as const;
const WRITE = [
  'accounts',
  'blocks',
  'bookmarks',
  'conversations',
  'favourites',
  'filters',
  'follows',
  'lists',
  'media',
  'mutes',
  'notifications',
  'reports',
  'statuses',
] as const;

const ADMIN = ['accounts', 'reports'] as const;

export type GranularScope = `read:${(typeof READ)[number]}` | `write:${(typeof WRITE)[number]}`;
export type AdminScope = `admin:read:${(typeof ADMIN)[number]}` | `admin:write:${(typeof ADMIN)[number]}`;
/** What a route may demand: one granular scope, or a whole parent. */
export type Scope = GranularScope | AdminScope | 'read' | 'write' | 'follow' | 'push' | 'profile' | 'admin:read' | 'admin:write';

export const SCOPES: readonly Scope[] = [
  'read',
  'write',
  'follow',
  'push',
  'profile',
  ...READ.map((name) => `read:${name}` as GranularScope),
  ...WRITE.map((name) => `write:${name}` as GranularScope),
  'admin:read',
  ...ADMIN.map((name) => `admin:read:${name}` as AdminScope),
  'admin:write',
  ...ADMIN.map((name) => `admin:write:${name}` as AdminScope),
];

/** True when one of the granted scopes is the demanded one or implies it. */
export function allows(granted: readonly string[], demanded: Scope): boolean {
  if (granted.includes(demanded)) return true;
  const parent = demanded.slice(0, demanded.lastIndexOf(':'));
  if (demanded.includes(':') && granted.includes(parent)) return true;
  return granted.includes('follow') && /^(read|write):(blocks|follows|mutes)$/.test(demanded);
}
