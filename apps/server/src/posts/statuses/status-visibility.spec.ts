import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visibility } from '@roost/contracts';
import { newDatabase } from '@roost/test-kit';
import pg from 'pg';
import type { AccountState } from '../../people/accounts/account.row.js';
import { canBoost, canDelete, canEdit, canPin, canSee, EDIT_WINDOW_MS, type StatusFacts } from './status.policy.js';
import { notMutedBy, visibleTo } from './status-visibility.sql.js';

const VISIBILITIES: Visibility[] = ['public', 'unlisted', 'private', 'direct'];
const STATES: AccountState[] = ['active', 'suspended', 'waiting', 'unconfirmed'];
/** Every way a viewer can stand to an author, one bit each. */
const RELATIONS = Array.from({ length: 16 }, (_, bits) => ({
  follows_author: (bits & 1) > 0,
  mentioned: (bits & 2) > 0,
  blocks: (bits & 4) > 0,
  blockedBy: (bits & 8) > 0,
}));

interface Case {
  id: string;
  facts: StatusFacts;
  relation: (typeof RELATIONS)[number];
}

let db: pg.Client;
let drop: () => Promise<void>;
let viewerId: string;
const cases: Case[] = [];

beforeAll(async () => {
  const database = await newDatabase();
  drop = database.drop;
  db = new pg.Client({ connectionString: database.ownerUrl });
  await db.connect();
  viewerId = await insert(`insert into account (handle) values ('viewer') returning id`);
  await db.query('begin');
  for (const state of STATES)
    for (const [index, relation] of RELATIONS.entries()) await addAuthor(state, `${state}${index}`, relation);
  await db.query('commit');
});
afterAll(async () => {
  await db.end();
  await drop();
});

async function insert(sql: string, values: unknown[] = []): Promise<string> {
  const { rows } = await db.query<{ id: string }>(sql, values);
  if (!rows[0]) throw new Error(`nothing was inserted: ${sql}`);
  return rows[0].id;
}

async function addAuthor(state: AccountState, handle: string, relation: Case['relation']): Promise<void> {
  const accountId = await insert('insert into account (handle, state) values ($1, $2) returning id', [handle, state]);
  if (relation.follows_author)
    await insert('insert into follow (account_id, target_id) values ($1, $2) returning id', [viewerId, accountId]);
  if (relation.blocks)
    await insert('insert into block (account_id, target_id) values ($1, $2) returning id', [viewerId, accountId]);
  if (relation.blockedBy)
    await insert('insert into block (account_id, target_id) values ($2, $1) returning id', [viewerId, accountId]);
  for (const visibility of VISIBILITIES) {
    for (const deleted of [false, true]) {
      const id = await insert(
        `insert into status (account_id, visibility, thread_id, deleted_at) values ($1, $2, 1, case when $3 then now() end) returning id`,
        [accountId, visibility, deleted],
      );
      if (relation.mentioned)
        await db.query('insert into status_mention (status_id, account_id) values ($1, $2)', [id, viewerId]);
      cases.push({ id, facts: { accountId, visibility, deleted, authorState: state }, relation });
    }
  }
}

async function visibleIds(viewer: string): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(`select s.id from status s where ${visibleTo('$1')}`, [viewer]);
  return new Set(rows.map((row) => row.id));
}

describe('who may see a status', () => {
  it('is the same in SQL and in the policy, for every audience, relation and state of the author', async () => {
    const visible = await visibleIds(viewerId);
    const differing = cases.filter(({ id, facts, relation }) => {
      const seen = canSee(viewerId, facts, { ...relation, blocked: relation.blocks || relation.blockedBy });
      return seen !== visible.has(id);
    });
    expect(differing).toEqual([]);
    expect(cases).toHaveLength(512);
    expect(visible.size).toBeGreaterThan(0);
  });

  it('is the author too, whatever the audience, until it is deleted', async () => {
    for (const { id, facts } of cases.filter((one) => one.facts.authorState === 'active')) {
      const none = { follows_author: false, mentioned: false, blocked: false };
      expect(canSee(facts.accountId, facts, none)).toBe(!facts.deleted);
      expect((await visibleIds(facts.accountId)).has(id)).toBe(!facts.deleted);
    }
  });

  it('is nobody without a name', () => {
    for (const { facts } of cases)
      expect(canSee(null, facts, { follows_author: true, mentioned: true, blocked: false })).toBe(false);
  });

  it('does not depend on mutes, which only keep timelines quiet', async () => {
    const [author] = cases.filter(
      (one) => one.facts.authorState === 'active' && one.facts.visibility === 'public' && !one.facts.deleted,
    );
    if (!author) throw new Error('no case');
    const quiet = async () =>
      (await db.query(`select s.id from status s where s.id = $2 and ${notMutedBy('$1')}`, [viewerId, author.id])).rowCount === 0;
    const before = (await visibleIds(viewerId)).has(author.id);
    expect(await quiet()).toBe(false);
    const mute = await insert('insert into mute (account_id, target_id) values ($1, $2) returning id', [
      viewerId,
      author.facts.accountId,
    ]);
    expect([await quiet(), (await visibleIds(viewerId)).has(author.id)]).toEqual([true, before]);
    await db.query(`update mute set expires_at = now() - interval '1 second' where id = $1`, [mute]);
    expect(await quiet()).toBe(false);
  });
});

describe('what one may do with a status', () => {
  const own = (fields: Partial<StatusFacts> = {}): StatusFacts => ({
    accountId: '1',
    visibility: 'public',
    deleted: false,
    authorState: 'active',
    ...fields,
  });
  const at = new Date('2026-11-23T12:00:00.000Z');
  const after = (ms: number) => new Date(at.getTime() + ms);

  it('is boosting what everybody may see, and what one said to followers oneself', () => {
    const boostable = (viewer: string) => VISIBILITIES.filter((visibility) => canBoost(viewer, own({ visibility })));
    expect(boostable('1')).toEqual(['public', 'unlisted', 'private']);
    expect(boostable('2')).toEqual(['public', 'unlisted']);
  });

  it("is editing one's own to the last millisecond of the window", () => {
    expect(canEdit('1', own(), at, after(EDIT_WINDOW_MS))).toBe(true);
    expect(canEdit('1', own(), at, after(EDIT_WINDOW_MS + 1))).toBe(false);
    expect(canEdit('2', own(), at, at)).toBe(false);
    expect(canEdit('1', own({ deleted: true }), at, at)).toBe(false);
  });

  it("is deleting and pinning one's own", () => {
    expect([canDelete('1', own()), canDelete('2', own()), canDelete('1', own({ deleted: true }))]).toEqual([true, false, false]);
    expect([canPin('1', own()), canPin('2', own()), canPin('1', own({ visibility: 'direct' }))]).toEqual([true, false, false]);
  });
});
