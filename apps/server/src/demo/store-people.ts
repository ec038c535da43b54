import type { EntityManager } from 'typeorm';
import type { CastMember } from './cast.js';
import type { Company } from './company.js';
import { insertRows, iso, reserveIds } from './insert-rows.js';
import type { PastJournal } from './past-journal.js';

const DAY = 86_400_000;
const COLUMNS = {
  id: 'bigint',
  handle: 'text',
  display_name: 'text',
  note: 'text',
  fields: 'jsonb',
  avatar_key: 'text',
  kind: 'text',
  role: 'text',
  preferences: 'jsonb',
  followers_count: 'integer',
  following_count: 'integer',
  statuses_count: 'integer',
  last_status_at: 'timestamptz',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
} as const;
const CREDENTIAL = {
  account_id: 'bigint',
  email: 'text',
  password_hash: 'text',
  confirmed_at: 'timestamptz',
  created_at: 'timestamptz',
} as const;

export interface PeopleSource {
  company: Company;
  now: number;
  passwordHash: string;
  /** Storage keys by handle. */
  avatars: ReadonlyMap<string, string>;
}

/** Stores everybody, with the counts that their posts and followers will bear out. @returns ids by handle */
export async function storePeople(
  manager: EntityManager,
  source: PeopleSource,
  journal: PastJournal,
): Promise<Map<string, string>> {
  const { company, now } = source;
  const joined = company.people.map((_member, index) => now - 58 * DAY + index * 0.5 * DAY);
  const ids = await reserveIds(manager, joined);
  const rows = company.people.map((member, index) => ({
    id: ids[index] ?? '',
    handle: member.handle,
    display_name: member.name,
    note: member.note,
    fields: member.fields,
    avatar_key: source.avatars.get(member.handle) ?? null,
    kind: member.kind,
    role: member.role,
    preferences: { posting_language: member.language },
    ...countsOf(member, company),
    created_at: iso(joined[index] ?? now),
    updated_at: iso(joined[index] ?? now),
  }));
  await insertRows(manager, 'account', COLUMNS, rows);
  const people = rows.filter(({ kind }) => kind === 'person');
  await insertRows(
    manager,
    'credential',
    CREDENTIAL,
    people.map(({ id, handle, created_at }) => ({
      account_id: id,
      email: mailOf(handle),
      password_hash: source.passwordHash,
      confirmed_at: created_at,
      created_at,
    })),
  );
  for (const [index, { id, handle, display_name, role }] of rows.entries())
    journal.add({
      at: joined[index] ?? now,
      type: 'account.created',
      actorId: id,
      subjectType: 'account',
      subjectId: id,
      audience: {},
      payload: { handle, display_name, role, state: 'active', via: 'demo' },
    });
  return new Map(rows.map(({ handle, id }) => [handle, id]));
}

/** Addresses under a name that can belong to nobody. */
function mailOf(handle: string): string {
  return `${handle}@halvane.example`;
}

function countsOf({ handle }: CastMember, { posts, follows }: Company) {
  const own = posts.filter(({ author }) => author === handle);
  const last = own.at(-1);
  return {
    followers_count: follows.filter(({ whom }) => whom === handle).length,
    following_count: follows.filter(({ who }) => who === handle).length,
    statuses_count: own.length,
    last_status_at: last ? iso(last.at) : null,
  };
}
