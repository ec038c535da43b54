/** Types that Roost stores, whatever it was given. */
const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'audio/mp4': 'm4a',
  'audio/webm': 'weba',
  // What waits to be prepared, as it was sent; it is never served.
  'application/octet-stream': 'bin',
};
const CONTENT_TYPES = new Map(Object.entries(EXTENSIONS).map(([type, extension]) => [extension, type]));

const KEY = /^([a-z]{2,20})\/([A-Za-z0-9_-]{43})-([a-z]{2,20})\.([a-z0-9]{3,4})$/;

export interface KeyParts {
  /** What it belongs to: `posts`, `avatars`, `headers`; `uploads` are not served. */
  kind: string;
  /** 256 random bits in base64url. */
  secret: string;
  /** Which form of the file: `original`, `small`. */
  rendition: string;
  contentType: string;
}

/** `posts/<secret>-original.jpg`. @throws for a type that Roost does not store */
export function storageKey(parts: KeyParts): string {
  const extension = EXTENSIONS[parts.contentType];
  const key = `${parts.kind}/${parts.secret}-${parts.rendition}.${extension ?? ''}`;
  if (extension === undefined || !KEY.test(key)) throw new Error(`not a storage key: ${key}`);
  return key;
}

/** Reads a key that came from outside; null for everything that {@link storageKey} would not have made. */
export function readStorageKey(key: string): KeyParts | null {
  const [, kind, secret, rendition, extension] = KEY.exec(key) ?? [];
  const contentType = extension === undefined ? undefined : CONTENT_TYPES.get(extension);
  if (kind === undefined || secret === undefined || rendition === undefined || contentType === undefined) return null;
  return { kind, secret, rendition, contentType };
}
