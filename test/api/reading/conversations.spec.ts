import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Conversation, type ErrorBody, type Status } from '@roost/contracts';
import { type Answer, type Cast, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import { NOT_FOUND, refusal } from '../posts/support.js';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());
beforeEach(async () => {
  await heard();
  await roost.db.query('truncate status, conversation cascade');
  for (const table of ['mute', 'thread_mute', 'block']) await roost.db.query(`delete from ${table}`);
});

/** Resolves when the room has heard all that was written so far. */
async function heard(): Promise<void> {
  await until(async () => {
    const { rows } = await roost.db.query<{ behind: string }>(
      `select count(*) as behind from journal_entry e, journal_cursor c where c.consumer = 'conversations' and (e.xid, e.seq) > (c.xid, c.seq)`,
    );
    return rows[0]?.behind === '0';
  });
}
async function conversationsOf(person: Person, query: Record<string, string | number> = {}): Promise<Conversation[]> {
  await heard();
  const answer = await person.get<Conversation[]>('/api/v1/conversations', query);
  expect(answer.status).toBe(200);
  return answer.body.map((conversation) => Conversation.parse(conversation));
}
/** `ben, max*: text`: the people, a star when unread, what was said last. */
const shown = (list: Conversation[]): string[] =>
  list.map(
    ({ accounts, unread, last_status }) =>
      `${accounts.map(({ acct }) => acct).join(', ')}${unread ? '*' : ''}: ${last_status?.roost.text}`,
  );
const says = (person: Person, text: string, fields: Record<string, unknown> = {}): Promise<Status> =>
  person.publishes(text, { visibility: 'direct', ...fields });

describe('conversations', () => {
  it('show both sides the other one and what was said last, unread for whoever did not say it', async () => {
    const first = await says(cast.ann, '@ben lunch?');
    expect(shown(await conversationsOf(cast.ann))).toEqual(['ben: @ben lunch?']);
    expect(shown(await conversationsOf(cast.ben))).toEqual(['ann*: @ben lunch?']);
    await says(cast.ben, '@ann yes', { in_reply_to_id: first.id });
    expect(shown(await conversationsOf(cast.ann))).toEqual(['ben*: @ann yes']);
    expect(shown(await conversationsOf(cast.ben))).toEqual(['ann: @ann yes']);
    expect(await conversationsOf(cast.max)).toEqual([]);
  });

  it('are made of direct posts only', async () => {
    await cast.ann.publishes('@ben for all');
    await cast.ann.publishes('@ben for followers', { visibility: 'private' });
    expect(await conversationsOf(cast.ben)).toEqual([]);
  });

  it('name nobody but oneself in a note to oneself', async () => {
    await says(cast.ann, 'remember the milk');
    expect(shown(await conversationsOf(cast.ann))).toEqual(['ann: remember the milk']);
  });

  it('begin anew when somebody else comes in', async () => {
    const first = await says(cast.ann, '@ben lunch?');
    await says(cast.ben, '@ann @max joins', { in_reply_to_id: first.id });
    expect(shown(await conversationsOf(cast.ann))).toEqual(['ben, max*: @ann @max joins', 'ben: @ben lunch?']);
    expect(shown(await conversationsOf(cast.max))).toEqual(['ann, ben*: @ann @max joins']);
  });

  it('come in pages by the last post, without gap or repetition', async () => {
    for (const text of ['one', 'two', 'three', 'four', 'five']) await says(cast.ann, `@ben ${text}`);
    await heard();
    const seen: string[] = [];
    let next: string | undefined = '/api/v1/conversations?limit=2';
    while (next !== undefined) {
      const answer: Answer<Conversation[]> = await cast.ben.get<Conversation[]>(next);
      seen.push(...shown(answer.body));
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(['five', 'four', 'three', 'two', 'one'].map((text) => `ann*: @ben ${text}`));
  });
});

describe('reading a conversation', () => {
  it('is remembered until something new comes, and can be taken back', async () => {
    const first = await says(cast.ann, '@ben lunch?');
    const [conversation] = await conversationsOf(cast.ben);
    const at = `/api/v1/conversations/${conversation?.id}`;
    expect((await cast.ben.done<Conversation>('POST', `${at}/read`)).unread).toBe(false);
    expect(shown(await conversationsOf(cast.ben))).toEqual(['ann: @ben lunch?']);
    expect((await cast.ben.done<Conversation>('POST', `${at}/unread`)).unread).toBe(true);
    await cast.ben.done('POST', `${at}/read`);
    await says(cast.ann, '@ben now?', { in_reply_to_id: first.id });
    expect(shown(await conversationsOf(cast.ben))).toEqual(['ann*: @ben now?']);
  });

  it('is nobody else’s to do', async () => {
    await says(cast.ann, '@ben lunch?');
    const [conversation] = await conversationsOf(cast.ben);
    for (const [method, end] of [
      ['POST', '/read'],
      ['POST', '/unread'],
      ['DELETE', ''],
    ] as const) {
      const answer = await cast.ann.call<ErrorBody>(method, `/api/v1/conversations/${conversation?.id}${end}`);
      expect(refusal(answer)).toEqual(NOT_FOUND);
    }
    expect(shown(await conversationsOf(cast.ben))).toEqual(['ann*: @ben lunch?']);
  });

  it('is not called for by somebody who is muted, nor in a muted thread', async () => {
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ann.id}/mute`);
    const first = await says(cast.ann, '@ben lunch?');
    expect(shown(await conversationsOf(cast.ben))).toEqual(['ann: @ben lunch?']);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.ann.id}/unmute`);
    await cast.ben.done('POST', `/api/v1/statuses/${first.id}/mute`);
    await says(cast.ann, '@ben now?', { in_reply_to_id: first.id });
    expect(shown(await conversationsOf(cast.ben))).toEqual(['ann: @ben now?']);
  });
});

describe('putting a conversation away', () => {
  it('hides it from its owner alone, until something new is said', async () => {
    const first = await says(cast.ann, '@ben lunch?');
    const [conversation] = await conversationsOf(cast.ben);
    expect((await cast.ben.delete('/api/v1/conversations/' + conversation?.id)).body).toEqual({});
    expect(await conversationsOf(cast.ben)).toEqual([]);
    expect(await conversationsOf(cast.ann)).toHaveLength(1);
    const second = await says(cast.ann, '@ben now?', { in_reply_to_id: first.id });
    expect(shown(await conversationsOf(cast.ben))).toEqual(['ann*: @ben now?']);
    await cast.ann.delete(`/api/v1/statuses/${second.id}`);
    expect(await conversationsOf(cast.ben)).toEqual([]);
    expect(shown(await conversationsOf(cast.ann))).toEqual(['ben: @ben lunch?']);
  });

  it('cannot be done twice', async () => {
    await says(cast.ann, '@ben lunch?');
    const [conversation] = await conversationsOf(cast.ben);
    await cast.ben.delete(`/api/v1/conversations/${conversation?.id}`);
    const again = await cast.ben.delete<ErrorBody>(`/api/v1/conversations/${conversation?.id}`);
    expect(refusal(again)).toEqual(NOT_FOUND);
  });
});

describe('what is no longer there to see', () => {
  it('moves the last post back, and leaves nothing unread', async () => {
    const first = await says(cast.ann, '@ben lunch?');
    await cast.ben.done('POST', `/api/v1/conversations/${(await conversationsOf(cast.ben))[0]?.id}/read`);
    const second = await says(cast.ann, '@ben now?', { in_reply_to_id: first.id });
    await cast.ann.delete(`/api/v1/statuses/${second.id}`);
    expect(shown(await conversationsOf(cast.ben))).toEqual(['ann: @ben lunch?']);
    await cast.ann.delete(`/api/v1/statuses/${first.id}`);
    expect(await conversationsOf(cast.ben)).toEqual([]);
    expect(await conversationsOf(cast.ann)).toEqual([]);
  });

  it('follows an edit that names other people', async () => {
    const first = await says(cast.ann, '@ben lunch?');
    await cast.ann.done('PUT', `/api/v1/statuses/${first.id}`, { status: '@max lunch?' });
    expect(await conversationsOf(cast.ben)).toEqual([]);
    expect(shown(await conversationsOf(cast.max))).toEqual(['ann*: @max lunch?']);
    expect(shown(await conversationsOf(cast.ann))).toEqual(['max: @max lunch?']);
  });

  it('is what somebody said whom a block keeps away, as long as it does', async () => {
    const first = await says(cast.ann, '@ben @max lunch?');
    await says(cast.max, '@ann @ben yes', { in_reply_to_id: first.id });
    await says(cast.max, '@ben just us');
    await cast.ben.done('POST', `/api/v1/accounts/${cast.max.id}/block`);
    expect(shown(await conversationsOf(cast.ben))).toEqual(['ann*: @ben @max lunch?']);
    expect(shown(await conversationsOf(cast.max))).toEqual(['ann: @ann @ben yes']);
    expect(shown(await conversationsOf(cast.ann))).toEqual(['ben, max*: @ann @ben yes']);
    await cast.ben.done('POST', `/api/v1/accounts/${cast.max.id}/unblock`);
    expect(shown(await conversationsOf(cast.ben))).toEqual(['max*: @ben just us', 'ann, max*: @ann @ben yes']);
  });

  it('is what somebody said who was suspended, as long as they are', async () => {
    const zoe = await roost.person({ handle: 'zoe' });
    const first = await says(cast.ann, '@zoe lunch?');
    await says(zoe, '@ann yes', { in_reply_to_id: first.id });
    const at = `/api/roost/v1/accounts/${zoe.id}`;
    await cast.ada.web.post(`${at}/suspend`, { reason: 'test' });
    expect(shown(await conversationsOf(cast.ann))).toEqual(['zoe: @zoe lunch?']);
    await cast.ada.web.post(`${at}/unsuspend`, {});
    expect(shown(await conversationsOf(cast.ann))).toEqual(['zoe*: @ann yes']);
  });
});

describe('the direct timeline', () => {
  it('is what one said and what was said to one, and nothing else', async () => {
    const asked = await says(cast.ann, '@ben lunch?');
    const answered = await says(cast.ben, '@ann yes', { in_reply_to_id: asked.id });
    await says(cast.max, '@ada secret');
    await cast.ann.publishes('@ben for all');
    const of = async (person: Person) => (await person.get<Status[]>('/api/v1/timelines/direct')).body.map(({ id }) => id);
    expect(await of(cast.ann)).toEqual([answered.id, asked.id]);
    expect(await of(cast.ben)).toEqual([answered.id, asked.id]);
    const upwards = await cast.ann.get<Status[]>('/api/v1/timelines/direct', { min_id: asked.id });
    expect(upwards.body.map(({ id }) => id)).toEqual([answered.id]);
  });
});

it('tells the record who was told, and hearing it again changes no conversation', async () => {
  await says(cast.ann, '@ben lunch?');
  await heard();
  const { rows } = await roost.db.query<{ id: string; account_id: string }>('select * from conversation order by id');
  const told = await roost.db.query<{ subject_id: string; audience: unknown }>(
    `select subject_id, audience from journal_entry where type = 'conversation.updated' order by subject_id desc limit 2`,
  );
  expect(told.rows.reverse()).toEqual(
    rows.map(({ id, account_id }) => ({ subject_id: id, audience: { visibility: 'direct', mentioned: [account_id] } })),
  );
  await roost.db.query(`update journal_cursor set xid = '0', seq = 0 where consumer = 'conversations'`);
  await cast.ann.publishes('ring the bell');
  await heard();
  expect((await roost.db.query('select * from conversation order by id')).rows).toEqual(rows);
});
