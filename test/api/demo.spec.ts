import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Notification, Status } from '@roost/contracts';
import { Client, newDatabase, NODE, type Roost, startRoost, until } from '@roost/test-kit';
import { measure } from '@roost/text';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../apps/server/dist/src/cli.js', import.meta.url));

let roost: Roost;
let filled: { code: number | null; out: string; err: string };

beforeAll(async () => {
  roost = await startRoost();
  filled = await demo({ DATABASE_URL: roost.databaseUrl, DATABASE_OWNER_URL: roost.ownerUrl });
}, 120_000);
afterAll(() => roost.stop());

async function demo(env: Record<string, string>) {
  const child = spawn(NODE, [CLI, 'demo'], {
    env: { PATH: process.env.PATH, ROOST_DATA_DIR: roost.server.dataDir, ROOST_TEST_MODE: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, out, err };
}

async function count(sql: string): Promise<number> {
  const { rows } = await roost.db.query<{ count: number }>(`select count(*)::int as count from ${sql}`);
  return rows[0]?.count ?? -1;
}

/** How much of everything there is: whatever is written changes it. */
async function census(): Promise<Record<string, number>> {
  const tables = [
    'account',
    'status',
    'status_version',
    'favourite',
    'follow',
    'media',
    'notification',
    'journal_entry',
    'marker',
  ];
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)] as const)));
}

/** Signs in with what the command printed. */
async function guest(handle: string): Promise<Client> {
  const password = new RegExp(`^ {2}${handle} +(\\S+)`, 'm').exec(filled.out)?.[1];
  const page = new Client(roost.url, { origin: roost.url });
  const answer = await page.post<unknown>('/api/roost/v1/sessions', { email: handle, password, remember: false });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  return new Client(roost.url, { origin: roost.url, cookie: cookie.join('; ') });
}

describe('roost demo', () => {
  it('fills an empty Roost and names three accounts', () => {
    expect([filled.code, filled.err]).toEqual([0, '']);
    expect(filled.out).toContain('43 accounts, 2000 posts');
    expect(filled.out).toMatch(/amina .*member\n.*tom .*moderator\n.*victor .*administrator/);
  });

  it('has everything there should be', async () => {
    expect(await count(`status where boost_of_id is null`)).toBe(2000);
    expect(await count(`account where kind = 'person'`)).toBe(40);
    expect(await count(`account where kind = 'official'`)).toBe(3);
    expect(await count(`account where avatar_key is null`)).toBe(0);
    expect(await count(`media where status_id is not null and length(description) > 30`)).toBe(25);
    expect(await count(`status where boost_of_id is not null`)).toBeGreaterThan(200);
    expect(await count(`status_mention`)).toBeGreaterThan(50);
    expect(await count(`bookmark`)).toBeGreaterThan(50);
    expect(await count(`tag_follow`)).toBeGreaterThan(80);
  });

  it.each([
    ['status.favourites_count', `status s where favourites_count <> (select count(*) from favourite f where f.status_id = s.id)`],
    ['status.boosts_count', `status s where boosts_count <> (select count(*) from status b where b.boost_of_id = s.id)`],
    [
      'status.replies_count',
      `status s where replies_count <> (select count(*) from status r where r.in_reply_to_id = s.id and r.visibility in ('public', 'unlisted'))`,
    ],
    [
      'account.statuses_count',
      `account a where statuses_count <> (select count(*) from status s where s.account_id = a.id and s.boost_of_id is null)`,
    ],
    [
      'account.last_status_at',
      `account a where last_status_at is distinct from (select max(created_at) from status s where s.account_id = a.id and s.boost_of_id is null)`,
    ],
    ['account.followers_count', `account a where followers_count <> (select count(*) from follow f where f.target_id = a.id)`],
    ['account.following_count', `account a where following_count <> (select count(*) from follow f where f.account_id = a.id)`],
    [
      'thread_id',
      `status s join status p on p.id = s.in_reply_to_id where s.thread_id <> p.thread_id or s.in_reply_to_account_id <> p.account_id`,
    ],
    ['has_media', `status s where has_media <> exists (select from media m where m.status_id = s.id and m.position = 0)`],
    ['order of ids', `status s where abs(extract(epoch from created_at) * 1000 - ((id >> 12) + 1767225600000)) > 1`],
  ])('counts and keeps %s exactly', async (_name, wrong) => {
    expect(await count(wrong)).toBe(0);
  });

  it('keeps the first version and the journal entry of every post', async () => {
    expect(
      await count(`status s where boost_of_id is null and not exists (
        select from status_version v where v.status_id = s.id and v.version = 1 and v.text = s.text and v.entities = s.entities
           and v.editor_id = s.account_id and v.created_at = s.created_at)`),
    ).toBe(0);
    expect(
      await count(`status s where boost_of_id is null and 1 <> (
        select count(*) from journal_entry e join journal_payload p using (seq)
         where e.type = 'status.published' and e.subject_id = s.id and e.actor_id = s.account_id and p.payload ->> 'text' = s.text
           and p.payload ->> 'threadId' = s.thread_id::text)`),
    ).toBe(0);
    expect(await count(`status b where boost_of_id is not null`)).toBe(
      await count(`journal_entry where type = 'status.boosted'`),
    );
    expect(await count(`favourite`)).toBe(await count(`journal_entry where type = 'status.favourited'`));
    expect(await count(`follow`)).toBe(await count(`journal_entry where type = 'account.followed'`));
  });

  it('writes nothing that a person could not', async () => {
    const { rows } = await roost.db.query<{ text: string }>('select text from status where boost_of_id is null');
    expect(rows.filter((row) => measure(row.text) > 140)).toEqual([]);
  });

  it('links tags and mentions as they stand in the entities', async () => {
    expect(
      await count(`status s cross join lateral jsonb_array_elements(s.entities) e
        where e ->> 'type' = 'tag' and not exists (select from status_tag l join tag t on t.id = l.tag_id where l.status_id = s.id and t.name = e ->> 'name')`),
    ).toBe(0);
    expect(
      await count(`status s cross join lateral jsonb_array_elements(s.entities) e
        where e ->> 'type' = 'mention' and not exists (select from status_mention m where m.status_id = s.id and m.account_id = (e ->> 'account_id')::bigint)`),
    ).toBe(0);
  });

  it('has told everybody once: listeners go on after it, and one that hears entries again finds nothing to add', async () => {
    const announced = await count(`journal_entry where type = 'notification.created'`);
    expect(announced).toBeGreaterThan(3000);
    const behind = `journal_cursor c where (xid, seq) < (select xid, seq from journal_entry order by xid desc, seq desc limit 1)`;
    expect([(await count('journal_cursor')) > 0, await count(behind)]).toEqual([true, 0]);
    await roost.db.query(`update journal_cursor set seq = seq - 600`);
    await until(async () => (await count(behind)) === 0, 20_000);
    expect(await count('notification')).toBe(announced);
    expect(await count(`journal_entry where type = 'notification.created'`)).toBe(announced);
  });

  it.each(['amina', 'tom', 'victor'])('greets %s with a full home, notifications and pictures', async (handle) => {
    const client = await guest(handle);
    const home = await client.get<Status[]>('/api/v1/timelines/home', { limit: 40 });
    expect([home.status, home.body.length]).toEqual([200, 40]);
    const ids = home.body.map(({ id }) => BigInt(id));
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? 1 : -1)));
    const notifications = await client.get<Notification[]>('/api/v1/notifications');
    expect([notifications.status, notifications.body.length > 5]).toEqual([200, true]);
    expect((await client.get<{ count: number }>('/api/v1/notifications/unread_count')).body).toEqual({ count: 4 });
    const company = await client.get<Status[]>('/api/v1/timelines/public', { only_media: true, limit: 40 });
    const picture = company.body[0]?.media_attachments[0];
    expect((await fetch(picture?.preview_url ?? '')).headers.get('content-type')).toBe('image/webp');
    const avatar = company.body[0]?.account.avatar ?? '';
    expect((await fetch(avatar)).status).toBe(200);
  });

  it('changes nothing when it runs again, and names the accounts again', async () => {
    const before = await census();
    const again = await demo({ DATABASE_URL: roost.databaseUrl, DATABASE_OWNER_URL: roost.ownerUrl });
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toMatch(/already here; nothing was changed[^]*amina[^]*tom[^]*victor/);
    const after = await census();
    // Signing in is journalled, nothing else happened.
    expect({ ...after, journal_entry: 0 }).toEqual({ ...before, journal_entry: 0 });
  }, 30_000);

  it('leaves a Roost alone where somebody lives', async () => {
    const database = await newDatabase();
    try {
      const owner = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
      const made = spawn(
        NODE,
        [
          CLI,
          'create-admin',
          '--handle',
          'ada',
          '--email',
          'ada@company.example',
          '--name',
          'Ada',
          '--password',
          'veracious hollow tin',
        ],
        {
          env: { PATH: process.env.PATH, ROOST_DATA_DIR: roost.server.dataDir, ROOST_TEST_MODE: '1', ...owner },
          stdio: 'ignore',
        },
      );
      await once(made, 'exit');
      expect(made.exitCode).toBe(0);
      const refused = await demo(owner);
      expect([refused.code, refused.out]).toEqual([1, '']);
      expect(refused.err.trim().split('\n')).toHaveLength(1);
      expect(refused.err).toContain('already has people');
    } finally {
      await database.drop();
    }
  }, 60_000);
});
