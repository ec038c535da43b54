import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDatabase, until } from '@roost/test-kit';
import fc from 'fast-check';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { loadSettings } from '../../config/settings.js';
import { applicationOptions } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { RequestContext } from '../http/request-context.js';
import { Journal } from './journal.js';
import { JournalBell } from './journal-bell.js';
import { type JournalConsumer, JournalConsumers } from './journal-consumers.js';
import { JournalFollower } from './journal-follower.js';
import type { JournalCursor, JournalEntry } from './journal-tail.js';

/** A writer's transaction: it appends, lingers, appends, lingers, and commits or gives up. */
const writer = fc.record({
  start: fc.nat(30),
  entries: fc.array(fc.nat(25), { minLength: 1, maxLength: 3 }),
  gives_up: fc.boolean(),
});

describe('the journal', () => {
  let database: Database;
  let bell: JournalBell;
  let journal: Journal;
  let follower: JournalFollower;
  let consumers: JournalConsumers;
  let owner: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const made = await newDatabase();
    drop = made.drop;
    const settings = loadSettings({ DATABASE_URL: made.appUrl, DATABASE_POOL_SIZE: '40', ROOST_ROLE: 'web' });
    const dataSource = await new DataSource(applicationOptions(settings)).initialize();
    owner = await new DataSource({ type: 'postgres', url: made.ownerUrl }).initialize();
    bell = new JournalBell(settings);
    database = new Database(dataSource, bell);
    journal = new Journal(new RequestContext());
    follower = new JournalFollower(database, bell);
    consumers = new JournalConsumers(database, bell, settings);
  });
  afterAll(async () => {
    await bell.onApplicationShutdown();
    await database.dataSource.destroy();
    await owner.destroy();
    await drop();
  });

  const write = async (
    run: number,
    index: number,
    plan: { start: number; entries: number[]; gives_up: boolean },
  ): Promise<string[]> => {
    await delay(plan.start);
    const seqs: string[] = [];
    try {
      await database.transaction(async (manager) => {
        for (const linger of plan.entries) {
          seqs.push(
            await journal.append(manager, {
              type: 'settings.changed',
              actorId: null,
              subjectType: 'setting',
              subjectId: null,
              payload: { run, index },
            }),
          );
          await delay(linger);
        }
        if (plan.gives_up) throw new Error('gives up');
      });
      return seqs;
    } catch (error) {
      if (error instanceof Error && error.message === 'gives up') return [];
      throw error;
    }
  };

  it('shows every tail each committed entry once, in one order, whatever order writers commit in', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(writer, { minLength: 1, maxLength: 12 }), async (writers) => {
        run += 1;
        const seen: [JournalEntry[], JournalEntry[]] = [[], []];
        const start = await follower.head();
        const tails = seen.map((list) =>
          follower.follow(
            start,
            async (entries) => {
              list.push(...entries);
            },
            (error) => {
              throw error;
            },
          ),
        );
        const committed = (await Promise.all(writers.map((plan, index) => write(run, index, plan)))).flat();
        await until(() => seen.every((list) => list.length >= committed.length));
        await Promise.all(tails.map((tail) => tail.stop()));
        const [first, second] = seen;
        expect(first.map((entry) => entry.seq).sort()).toEqual([...committed].sort());
        expect(second.map((entry) => entry.seq)).toEqual(first.map((entry) => entry.seq));
        expect(isOrdered(first)).toBe(true);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('does not pass an entry whose transaction is still open, and delivers it when it commits late', async () => {
    const start = await follower.head();
    let letCommit: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letCommit = resolve));
    let lateSeq = '';
    const late = database.transaction(async (manager) => {
      lateSeq = await journal.append(manager, {
        type: 'settings.changed',
        actorId: null,
        subjectType: 'setting',
        subjectId: null,
      });
      await gate;
    });
    await until(() => lateSeq !== '');
    const [earlySeq] = await write(0, 0, { start: 0, entries: [0], gives_up: false });
    expect(await follower.read(start)).toEqual([]);
    letCommit();
    await late;
    await until(async () => (await follower.read(start)).length === 2);
    expect((await follower.read(start)).map((entry) => entry.seq)).toEqual([lateSeq, earlySeq]);
  });

  it('lets a consumer that fails half-way take the same batch again, and counts nothing twice', async () => {
    const start = await follower.head();
    const taken: string[] = [];
    let failures = 2;
    const consumer: JournalConsumer = {
      name: 'test-consumer',
      consume: async (manager, entries) => {
        await manager.query(`insert into setting (key, value) select 'consumed-' || s, '1' from unnest($1::text[]) s`, [
          entries.map((entry) => entry.seq),
        ]);
        if (failures-- > 0) throw new Error('half-way');
        taken.push(...entries.map((entry) => entry.seq));
      },
    };
    await database.dataSource.query('insert into journal_cursor (consumer, xid, seq) values ($1, $2, $3)', [
      consumer.name,
      start.xid,
      start.seq,
    ]);
    const written = await write(0, 0, { start: 0, entries: [0, 0, 0], gives_up: false });
    await expect(consumers.step(consumer)).rejects.toThrow('half-way');
    await expect(consumers.step(consumer)).rejects.toThrow('half-way');
    expect(await consumers.step(consumer)).toBe(3);
    expect(await consumers.step(consumer)).toBe(0);
    expect(taken).toEqual(written);
    const rows: unknown[] = await database.dataSource.query(`select from setting where key like 'consumed-%'`);
    expect(rows).toHaveLength(3);
  });

  it.each([
    ['update', `update journal_entry set type = 'status.edited'`],
    ['delete', 'delete from journal_entry'],
    ['truncate', 'truncate journal_entry cascade'],
    ['update of payloads', `update journal_payload set payload = '{}'`],
    ['delete of payloads', 'delete from journal_payload'],
  ])("refuses the application's role every %s", async (_, sql) => {
    await expect(database.dataSource.query(sql)).rejects.toThrow(/permission denied|append-only/);
  });

  it.each([
    ['update', `update journal_entry set type = 'status.edited'`],
    ['delete', 'delete from journal_entry'],
    ['truncate', 'truncate journal_entry cascade'],
    ['update of payloads', `update journal_payload set payload = '{}'`],
  ])('refuses even the owner an %s', async (_, sql) => {
    await write(0, 0, { start: 0, entries: [0], gives_up: false });
    await expect(owner.query(sql)).rejects.toThrow(/append-only/);
  });
});

function isOrdered(entries: readonly JournalCursor[]): boolean {
  return entries.every((entry, index) => {
    const before = entries[index - 1];
    if (!before) return true;
    const byTransaction = BigInt(entry.xid) - BigInt(before.xid);
    return byTransaction > 0n || (byTransaction === 0n && BigInt(entry.seq) > BigInt(before.seq));
  });
}
