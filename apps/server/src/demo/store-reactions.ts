import type { JournalType } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import type { Company } from './company.js';
import type { ComposedPost } from './compose-posts.js';
import type { DemoPost } from './demo-post.js';
import { insertRows, iso, reserveIds } from './insert-rows.js';
import { NOBODY_ELSE, type PastJournal } from './past-journal.js';
import type { Reaction } from './reactions.js';
import { known } from './store-relations.js';

const MARK = { id: 'bigint', account_id: 'bigint', status_id: 'bigint', created_at: 'timestamptz' } as const;
const BOOST = {
  id: 'bigint',
  thread_id: 'bigint',
  account_id: 'bigint',
  boost_of_id: 'bigint',
  visibility: 'text',
  created_at: 'timestamptz',
} as const;

interface Done {
  id: string;
  at: number;
  accountId: string;
  target: ComposedPost;
}

interface Known {
  accounts: ReadonlyMap<string, string>;
  composed: ReadonlyMap<DemoPost, ComposedPost>;
}

/** Stores likes, boosts, bookmarks and pins, and tells the authors of the first two. */
export async function storeReactions(manager: EntityManager, company: Company, all: Known, journal: PastJournal): Promise<void> {
  for (const done of await mark(manager, 'favourite', company.favourites, all)) {
    const { target } = done;
    const payload = { statusId: target.id, authorId: target.authorId, threadId: target.threadId };
    journal.add({ ...entry('status.favourited', done), payload, tells: [tell('favourite', done)] });
  }
  for (const done of await mark(manager, 'bookmark', company.bookmarks, all)) {
    const payload = { statusId: done.target.id, authorId: done.target.authorId };
    journal.add({ ...entry('status.bookmarked', done), audience: NOBODY_ELSE, payload });
  }
  for (const done of await mark(manager, 'pin', company.pins, all))
    journal.add({ ...entry('status.pinned', done), payload: { statusId: done.target.id } });
  await storeBoosts(manager, company.boosts, all, journal);
}

async function storeBoosts(manager: EntityManager, boosts: readonly Reaction[], all: Known, journal: PastJournal): Promise<void> {
  const dones = await prepare(manager, boosts, all);
  await insertRows(
    manager,
    'status',
    BOOST,
    dones.map(({ id, at, accountId, target }) => ({
      id,
      thread_id: id,
      account_id: accountId,
      boost_of_id: target.id,
      visibility: 'public',
      created_at: iso(at),
    })),
  );
  for (const done of dones) {
    const { target } = done;
    journal.add({
      ...entry('status.boosted', done),
      audience: { visibility: 'public', mentioned: target.mentions },
      payload: {
        boostId: done.id,
        statusId: target.id,
        authorId: target.authorId,
        threadId: target.threadId,
        visibility: 'public',
        tags: target.tags.map(({ name }) => name).sort(),
      },
      tells: [tell('reblog', done)],
    });
  }
}

async function mark(
  manager: EntityManager,
  table: 'favourite' | 'bookmark' | 'pin',
  reactions: readonly Reaction[],
  all: Known,
): Promise<Done[]> {
  const dones = await prepare(manager, reactions, all);
  const rows = dones.map(({ id, at, accountId, target }) => ({
    id,
    account_id: accountId,
    status_id: target.id,
    created_at: iso(at),
  }));
  await insertRows(manager, table, MARK, rows);
  return dones;
}

async function prepare(manager: EntityManager, reactions: readonly Reaction[], { accounts, composed }: Known): Promise<Done[]> {
  const ids = await reserveIds(
    manager,
    reactions.map(({ at }) => at),
  );
  return reactions.map(({ who, post, at }, index) => ({
    id: ids[index] ?? '',
    at,
    accountId: known(accounts, who),
    target: known(composed, post),
  }));
}

function entry(type: JournalType, { at, accountId, target }: Done) {
  return {
    at,
    type,
    actorId: accountId,
    subjectType: 'status',
    subjectId: target.id,
    audience: { visibility: target.post.visibility, mentioned: target.mentions },
  };
}

function tell(type: 'favourite' | 'reblog', { accountId, target }: Done) {
  return { type, accountId: target.authorId, fromId: accountId, statusId: target.id, reply: false };
}
