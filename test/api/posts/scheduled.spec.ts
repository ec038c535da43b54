import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErrorBody, LIMITS, ScheduledStatus, Status } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost, startServer, until } from '@roost/test-kit';
import sharp from 'sharp';
import { journalOf, NOT_FOUND, refusal, uploaded } from './support.js';

let roost: Roost;
let cast: Cast;
let picture: Buffer;

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#884422' } })
    .png()
    .toBuffer();
});
afterAll(() => roost.stop());

function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

function schedule(person: Person, fields: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const body = { status: 'Later', scheduled_at: inMinutes(60), ...fields };
  return person.post<ScheduledStatus & ErrorBody>('/api/v1/statuses', body, { headers });
}

async function scheduled(person: Person, fields: Record<string, unknown> = {}): Promise<ScheduledStatus> {
  const answer = await schedule(person, fields);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

async function listOf(person: Person): Promise<ScheduledStatus[]> {
  return (await person.get<ScheduledStatus[]>('/api/v1/scheduled_statuses')).body;
}

/** Turns the clock of a scheduled post: tests cannot wait five minutes. */
async function isDue(id: string): Promise<void> {
  await roost.db.query(`update scheduled_status set scheduled_at = now() - interval '1 second' where id = $1`, [id]);
}

async function postsOf(person: Person, text: string): Promise<Status[]> {
  const { body } = await cast.ben.get<Status[]>(`/api/v1/accounts/${person.id}/statuses`);
  return body.filter((status) => status.roost.text === text);
}

describe('scheduling a post', () => {
  it('answers what was scheduled, and shows it to its author alone', async () => {
    const { ann, ben } = cast;
    const parent = await ben.publishes('A question');
    const time = inMinutes(90);
    const answer = await scheduled(ann, {
      status: 'In a while #later',
      scheduled_at: time,
      visibility: 'unlisted',
      language: 'fr',
      spoiler_text: 'careful',
      in_reply_to_id: parent.id,
      poll: { options: ['Yes', 'No'], expires_in: 3600 },
    });
    expect(ScheduledStatus.safeParse(answer).error).toBeUndefined();
    expect(answer).toMatchObject({
      scheduled_at: time,
      params: {
        text: 'In a while #later',
        visibility: 'unlisted',
        language: 'fr',
        spoiler_text: 'careful',
        sensitive: true,
        in_reply_to_id: Number(parent.id),
        poll: { options: ['Yes', 'No'], expires_in: 3600, multiple: false, hide_totals: false },
        media_ids: null,
        scheduled_at: null,
      },
      media_attachments: [],
      roost: { failure: null },
    });
    expect(await postsOf(ann, 'In a while #later')).toEqual([]);
    expect((await ann.get<ScheduledStatus>(`/api/v1/scheduled_statuses/${answer.id}`)).body).toEqual(answer);
    expect((await listOf(ann))[0]).toEqual(answer);
    expect(await listOf(ben)).toEqual([]);
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const other = await ben.call<ErrorBody>(method, `/api/v1/scheduled_statuses/${answer.id}`, {
        ...(method === 'GET' ? {} : { body: { scheduled_at: time } }),
      });
      expect(refusal(other)).toEqual(NOT_FOUND);
    }
    expect(await journalOf(roost, answer.id)).toMatchObject([
      { type: 'status.scheduled', actor_id: ann.id, audience: { visibility: 'self' }, payload: { scheduledAt: time } },
    ]);
  });

  it.each([
    ['in four minutes', () => inMinutes(4)],
    ['in the past', () => inMinutes(-60)],
    ['at no time', () => 'tomorrow'],
    ['at a number', () => 42],
    ['at a thing', () => ({ a: 1 })],
  ])('refuses one %s', async (_, time) => {
    expect(refusal(await schedule(cast.ann, { scheduled_at: time() }))).toEqual({
      status: 422,
      code: 'scheduled.time_not_ahead',
      error: 'Record invalid',
    });
  });

  it('refuses at once what could not be published now', async () => {
    const before = (await listOf(cast.ann)).length;
    expect(refusal(await schedule(cast.ann, { status: 'x'.repeat(141) })).code).toBe('status.too_long');
    expect(refusal(await schedule(cast.ann, { in_reply_to_id: '12' }))).toEqual(NOT_FOUND);
    expect(refusal(await schedule(cast.ann, { media_ids: ['12'] })).code).toBe('media.not_free');
    expect(await listOf(cast.ann)).toHaveLength(before);
  });

  it('schedules once, however often the same request comes', async () => {
    const key = { 'idempotency-key': 'once-only' };
    const body = { status: 'Only once', scheduled_at: inMinutes(60) };
    const [first, second] = await Promise.all([schedule(cast.max, body, key), schedule(cast.max, body, key)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.id).toBe(first.body.id);
    expect(first.body.params.idempotency).toBe('once-only');
    expect(await listOf(cast.max)).toHaveLength(1);
  });

  it('takes forms and zones', async () => {
    const form = new URLSearchParams({ status: 'By form', scheduled_at: '2030-06-01T12:00:00+02:00' });
    const answer = await cast.max.post<ScheduledStatus>('/api/v1/statuses', form);
    expect(answer.body.scheduled_at).toBe('2030-06-01T10:00:00.000Z');
  });

  it('leaves room for 25 on a day and 300 at all', async () => {
    const person = await roost.person({ handle: 'planner' });
    const many = (count: number, spread: string) =>
      roost.db.query(
        `insert into scheduled_status (account_id, scheduled_at, params)
         select $1, '2031-01-01T12:00:00Z'::timestamptz + n * $3::interval, '{"text":"x","media_ids":[]}' from generate_series(1, $2) n`,
        [person.id, count, spread],
      );
    await many(LIMITS.scheduledPerDay, '1 second');
    expect(refusal(await schedule(person, { scheduled_at: '2031-01-01T23:59:00Z' }))).toEqual({
      status: 422,
      code: 'scheduled.too_many',
      error: 'Validation failed: You have exceeded the limit of 25 scheduled posts for one day',
    });
    const other = await scheduled(person, { scheduled_at: '2031-01-02T00:00:00Z' });
    expect(
      refusal(
        await person.put<ScheduledStatus & ErrorBody>(`/api/v1/scheduled_statuses/${other.id}`, {
          scheduled_at: '2031-01-01T13:00:00Z',
        }),
      ).code,
    ).toBe('scheduled.too_many');
    await many(LIMITS.scheduledStatuses - LIMITS.scheduledPerDay - 1, '1 day');
    expect(refusal(await schedule(person, { scheduled_at: '2035-01-01T00:00:00Z' })).error).toBe(
      'Validation failed: You have exceeded the limit of 300 scheduled posts',
    );
  });

  it('pages the list without losing or repeating any', async () => {
    const person = await roost.person({ handle: 'pager' });
    const made: string[] = [];
    for (let n = 0; n < 5; n++) made.unshift((await scheduled(person, { status: `Number ${n}` })).id);
    const seen: string[] = [];
    let next: string | undefined = '/api/v1/scheduled_statuses?limit=2';
    while (next !== undefined) {
      const answer: Awaited<ReturnType<typeof person.get<ScheduledStatus[]>>> = await person.get<ScheduledStatus[]>(next);
      seen.push(...answer.body.map((status) => status.id));
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      if (next !== undefined) next = new URL(next).pathname + new URL(next).search;
    }
    expect(seen).toEqual(made);
  });
});

describe('a scheduled post', () => {
  it('moves to another time, and goes away', async () => {
    const { ann } = cast;
    const { id } = await scheduled(ann);
    const time = inMinutes(600);
    const moved = await ann.put<ScheduledStatus & ErrorBody>(`/api/v1/scheduled_statuses/${id}`, { scheduled_at: time });
    expect([moved.status, moved.body.scheduled_at]).toEqual([200, time]);
    for (const bad of [inMinutes(1), 'never', undefined]) {
      const answer = await ann.put<ErrorBody>(`/api/v1/scheduled_statuses/${id}`, { scheduled_at: bad });
      expect(refusal(answer)).toMatchObject({ status: 422, error: 'Record invalid' });
    }
    const gone = await ann.delete<ErrorBody>(`/api/v1/scheduled_statuses/${id}`);
    expect([gone.status, gone.body]).toEqual([200, {}]);
    expect(refusal(await ann.get<ErrorBody>(`/api/v1/scheduled_statuses/${id}`))).toEqual(NOT_FOUND);
    expect((await journalOf(roost, id)).map((entry) => entry.type)).toEqual([
      'status.scheduled',
      'status.rescheduled',
      'status.unscheduled',
    ]);
  });

  it('keeps its files for itself until it goes', async () => {
    const { ann } = cast;
    const media = await uploaded(ann, picture, { description: 'A brown square' });
    const { id, media_attachments, params } = await scheduled(ann, { status: '', media_ids: [media.id] });
    expect(media_attachments).toEqual([media]);
    expect(params.media_ids).toEqual([media.id]);
    const taken = await ann.post<ErrorBody>('/api/v1/statuses', { status: 'Mine now', media_ids: [media.id] });
    expect(refusal(taken).code).toBe('media.not_free');
    expect(refusal(await ann.delete<ErrorBody>(`/api/v1/media/${media.id}`))).toEqual(NOT_FOUND);
    await ann.delete(`/api/v1/scheduled_statuses/${id}`);
    expect((await ann.publishes('Mine now', { media_ids: [media.id] })).media_attachments).toEqual([media]);
  });

  it('is published when its time comes, once, as it was written', async () => {
    const { ann, ben } = cast;
    const media = await uploaded(ann, picture);
    const { id } = await scheduled(ann, {
      status: 'Now is the time @ben #now',
      visibility: 'private',
      media_ids: [media.id],
      language: 'en',
    });
    await isDue(id);
    const [status] = await until(async () => {
      const found = await postsOf(ann, 'Now is the time @ben #now');
      return found.length > 0 && found;
    });
    expect(status).toMatchObject({
      visibility: 'private',
      language: 'en',
      mentions: [{ id: ben.id }],
      tags: [{ name: 'now' }],
      media_attachments: [{ id: media.id }],
      application: { name: 'Tests' },
    });
    expect(refusal(await ann.get<ErrorBody>(`/api/v1/scheduled_statuses/${id}`))).toEqual(NOT_FOUND);
    const poll = await scheduled(ann, { status: 'With a poll', poll: { options: ['a', 'b'], expires_in: 600 } });
    await isDue(poll.id);
    const [asked] = await until(async () => {
      const found = await postsOf(ann, 'With a poll');
      return found.length > 0 && found;
    });
    // The poll runs from its publication on.
    const runs = new Date(asked?.poll?.expires_at ?? 0).getTime() - new Date(asked?.created_at ?? 0).getTime();
    expect(runs).toBe(600_000);
    expect(await postsOf(ann, 'Now is the time @ben #now')).toHaveLength(1);
  });

  it('that can no longer be published stays with its reason, and its author gets a mail', async () => {
    const { ann, ben } = cast;
    const parent = await ben.publishes('About to go');
    const { id } = await scheduled(ann, { status: 'An answer to nothing', in_reply_to_id: parent.id });
    await ben.done('DELETE', `/api/v1/statuses/${parent.id}`);
    await isDue(id);
    const failed = await until(async () => {
      const { body } = await ann.get<ScheduledStatus>(`/api/v1/scheduled_statuses/${id}`);
      return body.roost.failure && body;
    });
    expect(ScheduledStatus.safeParse(failed).error).toBeUndefined();
    expect(failed.roost.failure).toMatchObject({ code: 'not_found', error: 'Record not found' });
    await until(
      async () =>
        (await roost.db.query('select from outbox_mail where recipient = $1 and subject like $2', [ann.email, '%not published%']))
          .rowCount === 1,
    );
    expect(await postsOf(ann, 'An answer to nothing')).toEqual([]);
    const again = await ann.put<ScheduledStatus>(`/api/v1/scheduled_statuses/${id}`, { scheduled_at: inMinutes(30) });
    expect(again.body.roost.failure).toBeNull();
  });

  it('of somebody who was suspended meanwhile does not go out', async () => {
    const person = await roost.person({ handle: 'leaver' });
    const { id } = await scheduled(person, { status: 'Goodbye' });
    await cast.ada.web.post(`/api/roost/v1/accounts/${person.id}/suspend`, { reason: 'left' });
    await isDue(id);
    await until(async () => (await journalOf(roost, id, 'status.schedule_failed')).length === 1);
    const { rowCount } = await roost.db.query('select from status where account_id = $1', [person.id]);
    expect(rowCount).toBe(0);
  });

  it('survives a restart, and goes out late rather than never', async () => {
    const { id } = await scheduled(cast.ann, { status: 'After the night' });
    await roost.server.stop();
    await isDue(id);
    const next = await startServer({ databaseUrl: roost.databaseUrl, ownerUrl: roost.ownerUrl, env: {} });
    try {
      const rows = () => roost.db.query(`select from status where account_id = $1 and text = 'After the night'`, [cast.ann.id]);
      await until(async () => (await rows()).rowCount === 1);
      expect((await roost.db.query('select from scheduled_status where id = $1', [id])).rowCount).toBe(0);
    } finally {
      await next.stop();
    }
  });
});
