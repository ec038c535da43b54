import type { Role } from '@roost/contracts';

export type AccountState = 'unconfirmed' | 'waiting' | 'active' | 'suspended';

/** An account as the database keeps it. Ids are decimal strings. */
export interface AccountRow {
  id: string;
  handle: string;
  display_name: string;
  note: string;
  fields: { name: string; value: string }[];
  avatar_key: string | null;
  header_key: string | null;
  kind: 'person' | 'official' | 'bot';
  locked: boolean;
  discoverable: boolean;
  indexable: boolean;
  hide_collections: boolean;
  role: Role;
  state: AccountState;
  disabled: boolean;
  silenced: boolean;
  sensitized: boolean;
  preferences: Record<string, unknown>;
  followers_count: number;
  following_count: number;
  statuses_count: number;
  last_status_at: Date | null;
  created_at: Date;
}

/** Columns of {@link AccountRow}, for statements that name the table `a`. */
export const ACCOUNT_COLUMNS = `a.id, a.handle, a.display_name, a.note, a.fields, a.avatar_key, a.header_key, a.kind, a.locked, a.discoverable,
  a.indexable, a.hide_collections, a.role, a.state, a.disabled, a.silenced, a.sensitized, a.preferences, a.followers_count, a.following_count, a.statuses_count, a.last_status_at, a.created_at`;
