import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErrorBody, Status } from '@roost/contracts';
import { type Cast, type Roost, startRoost } from '@roost/test-kit';
import { journalOf, NOT_FOUND, oneRow, refusal } from './support.js';

let roost: Roost;
let cast: Cast;

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

describe('publishing', () => {
  it('answers with the post in the shape of the contract, and journals it', async () => {
    const { ann, ben } = cast;
    const status = await ann.publishes('Bonjour @Ben, voir #Réunion et https://example.com/a?b=c', { language: 'fr' });
    expect(Status.safeParse(status).error).toBeUndefined();
    expect(status).toMatchObject({
      visibility: 'public',
      language: 'fr',
      sensitive: false,
      edited_at: null,
      application: { name: 'Tests' },
      account: { id: ann.id, statuses_count: 1 },
      mentions: [{ id: ben.id, acct: 'ben' }],
      tags: [{ name: 'reunion' }],
    });
    expect(status.content).toContain(`<a href="${status.mentions[0]?.url}" class="u-url mention">@<span>ben</span></a>`);
    expect(await journalOf(roost, status.id)).toEqual([
      {
        type: 'status.published',
        actor_id: ann.id,
        subject_id: status.id,
        audience: { visibility: 'public', mentioned: [ben.id] },
        payload: {
          text: 'Bonjour @Ben, voir #Réunion et https://example.com/a?b=c',
          spoiler: '',
          sensitive: false,
          visibility: 'public',
          language: 'fr',
          inReplyToId: null,
          inReplyToAccountId: null,
          threadId: status.id,
          mentions: [ben.id],
          tags: ['reunion'],
          mediaIds: [],
          poll: null,
          version: 1,
        },
      },
    ]);
  });

  it('takes 140 characters and refuses 141, saying the count', async () => {
    const { ann } = cast;
    const link = 'https://example.com/a-very-long-address-that-counts-as-twenty-three-characters-only';
    const family = '👨‍👩‍👧‍👦';
    const fits = `${link} ${family.repeat(116)}`;
    expect((await ann.publishes(fits)).roost.text).toBe(fits);
    const answer = await ann.post<ErrorBody>('/api/v1/statuses', { status: `${link} ${'é'.repeat(117)}` });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'status.too_long',
      error: 'Validation failed: Text character limit of 140 exceeded',
      details: { length: 141, limit: 140 },
    });
  });

  it('counts the content warning, which makes the post sensitive', async () => {
    const { ann } = cast;
    const status = await ann.publishes('x'.repeat(130), { spoiler_text: 'ten\nsigns!' });
    expect(status).toMatchObject({ spoiler_text: 'ten signs!', sensitive: true });
    const answer = await ann.post<ErrorBody>('/api/v1/statuses', { status: 'x'.repeat(130), spoiler_text: 'eleven sign' });
    expect(refusal(answer).code).toBe('status.too_long');
  });

  it.each([
    ['nothing', {}],
    ['spaces', { status: ' \n\t ' }],
    ['signs nobody sees', { status: '\u200b\u2060\ufeff' }],
    ['only a warning', { spoiler_text: 'careful' }],
    ['null', { status: null }],
  ])('refuses %s as blank', async (_, body) => {
    expect(refusal(await cast.ann.post<ErrorBody>('/api/v1/statuses', body))).toEqual({
      status: 422,
      code: 'status.blank',
      error: "Validation failed: Text can't be blank",
    });
  });

  it.each([
    ['a tower of accents', `z${'\u0301'.repeat(40)}`, 'status.overloaded'],
    ['thousands of invisible code points', `a${'\u2060'.repeat(3000)}b`, 'status.too_long'],
    ['a megabyte in short', 'x'.repeat(100_000), 'status.too_long'],
  ])('refuses %s', async (_, text, code) => {
    const answer = await cast.ann.post<ErrorBody>('/api/v1/statuses', { status: text });
    expect(refusal(answer)).toMatchObject({ status: 422, code });
  });

  it.each([
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['SQL', `'); drop table status; --`],
    ['right-to-left controls', 'abc\u202eEVIL\u202c \u2066x\u2069'],
    ['what looks like a template', '{{7*7}} ${7*7} %s %n'],
    ['lines', 'one\n\ntwo\nthree'],
    ['astral letters', '𝕳𝖊𝖑𝖑𝖔 🇫🇷🇬🇧 नमस्ते'],
  ])('keeps %s as it was written', async (_, text) => {
    const status = await cast.ann.publishes(text);
    expect(status.roost.text).toBe(text.normalize('NFC'));
    expect(status.content).not.toMatch(/<script|<img/);
  });

  it('drops what cannot be stored and normalises the rest', async () => {
    const status = await cast.ann.publishes('  e\u0301te\u0301\r\nnul\0 and \ud800 alone  ');
    expect(status.roost.text).toBe('été\nnul and \ufffd alone');
  });

  it('refuses what it does not offer instead of publishing something else', async () => {
    for (const part of [{ quoted_status_id: '1' }]) {
      const answer = await cast.ann.post<ErrorBody>('/api/v1/statuses', { status: 'hello', ...part });
      expect(refusal(answer)).toMatchObject({ status: 422, code: 'status.part_not_offered' });
    }
    const status = await cast.ann.publishes('hello', { poll: null, scheduled_at: '', quoted_status_id: null, unknown: 1 });
    expect(status.roost.text).toBe('hello');
  });

  it('takes JSON, forms and query parameters alike', async () => {
    const form = new URLSearchParams({ status: 'by form', visibility: 'unlisted', sensitive: 'true' });
    expect((await cast.ann.post<Status>('/api/v1/statuses', form)).body).toMatchObject({
      visibility: 'unlisted',
      sensitive: true,
    });
    const query = await cast.ann.call<Status>('POST', '/api/v1/statuses', { query: { status: 'by query' } });
    expect(query.body.roost.text).toBe('by query');
    const multipart = new FormData();
    multipart.set('status', 'by multipart');
    expect((await cast.ann.post<Status>('/api/v1/statuses', multipart)).body.roost.text).toBe('by multipart');
  });

  it('uses the preferences of the author where nothing is said', async () => {
    const eve = await roost.person({ handle: 'eve' });
    await roost.db.query(
      `update account set preferences = '{"posting_visibility":"private","posting_language":"fr","posting_sensitive":true}' where id = $1`,
      [eve.id],
    );
    expect(await eve.publishes('as I like it')).toMatchObject({ visibility: 'private', language: 'fr', sensitive: true });
    expect(await eve.publishes('otherwise', { visibility: 'public', language: 'en', sensitive: false })).toMatchObject({
      visibility: 'public',
      language: 'en',
      sensitive: false,
    });
    expect((await eve.publishes('odd language', { language: 'not a code' })).language).toBe('fr');
    const answer = await eve.post<ErrorBody>('/api/v1/statuses', { status: 'x', visibility: 'everyone' });
    expect(answer.status).toBe(422);
  });

  it('needs a person with the right scope', async () => {
    expect((await roost.anonymous.post('/api/v1/statuses', { status: 'x' })).status).toBe(401);
    const reader = cast.ann.withToken(await roost.token(cast.ann.id, ['read']));
    expect((await reader.post('/api/v1/statuses', { status: 'x' })).status).toBe(403);
    expect((await cast.otto.post('/api/v1/statuses', { status: 'x' })).status).toBe(401);
    expect((await cast.ann.web.post('/api/v1/statuses', { status: 'from the browser' })).status).toBe(200);
  });
});

describe('replying', () => {
  it('joins the thread, counts on the parent, and names both in the journal', async () => {
    const { ann, ben } = cast;
    const root = await ann.publishes('first');
    const reply = await ben.publishes('@ann second', { in_reply_to_id: root.id });
    const third = await ann.publishes('third', { in_reply_to_id: reply.id });
    expect(reply).toMatchObject({ in_reply_to_id: root.id, in_reply_to_account_id: ann.id });
    expect((await ann.get<Status>(`/api/v1/statuses/${root.id}`)).body.replies_count).toBe(1);
    const [entry] = await journalOf(roost, third.id);
    expect(entry?.payload).toMatchObject({ inReplyToId: reply.id, inReplyToAccountId: ben.id, threadId: root.id });
  });

  it('to a boost answers what was boosted', async () => {
    const root = await cast.ann.publishes('boost me');
    const boost = await cast.ben.done<Status>('POST', `/api/v1/statuses/${root.id}/reblog`);
    expect((await cast.max.publishes('nice', { in_reply_to_id: boost.id })).in_reply_to_id).toBe(root.id);
  });

  it('does not tell by its count of replies that not everybody sees', async () => {
    const { ann, ben } = cast;
    const root = await ann.publishes('count me');
    await ben.publishes('@ann secret', { in_reply_to_id: root.id, visibility: 'direct' });
    await ben.publishes('@ann for followers', { in_reply_to_id: root.id, visibility: 'private' });
    await ben.publishes('@ann quiet', { in_reply_to_id: root.id, visibility: 'unlisted' });
    expect((await ann.get<Status>(`/api/v1/statuses/${root.id}`)).body.replies_count).toBe(1);
  });

  it.each(['999', 'abc', '99999999999999999999', "1' or 1=1"])('to %p, which is nothing, is refused', async (id) => {
    const answer = await cast.ben.post<ErrorBody>('/api/v1/statuses', { status: 'hello?', in_reply_to_id: id });
    expect(refusal(answer)).toEqual(NOT_FOUND);
  });

  it('to what one may not see is refused like what does not exist', async () => {
    const { ann, ben, cleo, max } = cast;
    const followers = await ann.publishes('for my followers', { visibility: 'private' });
    const open = await ann.publishes('for all');
    expect((await ben.publishes('I follow', { in_reply_to_id: followers.id })).in_reply_to_id).toBe(followers.id);
    for (const [person, id] of [
      [max, followers.id],
      [cleo, open.id],
    ] as const) {
      const answer = await person.post<ErrorBody>('/api/v1/statuses', { status: 'me too', in_reply_to_id: id });
      expect(refusal(answer)).toEqual(NOT_FOUND);
    }
  });
});

describe('a direct post', () => {
  it('is seen by those it mentions and nobody else, and counted nowhere', async () => {
    const { ann, ben, max } = cast;
    const before = await oneRow<{ statuses_count: number }>(roost, 'select statuses_count from account where id = $1', [ann.id]);
    const status = await ann.publishes('@BEN and @nobody_here, a word', { visibility: 'direct' });
    expect((await ben.get(`/api/v1/statuses/${status.id}`)).status).toBe(200);
    expect(refusal(await max.get<ErrorBody>(`/api/v1/statuses/${status.id}`))).toEqual(NOT_FOUND);
    expect(refusal(await cast.ada.get<ErrorBody>(`/api/v1/statuses/${status.id}`))).toEqual(NOT_FOUND);
    expect(await oneRow(roost, 'select statuses_count from account where id = $1', [ann.id])).toEqual(before);
    const nobody = status.roost.entities.find((entity) => entity.type === 'mention' && entity.handle === 'nobody_here');
    expect(nobody).toMatchObject({ account_id: null });
  });
});

describe('many at once', () => {
  it('lists them in the order asked for, without what is hidden or unknown', async () => {
    const { ann, max } = cast;
    const one = await ann.publishes('one');
    const two = await ann.publishes('two', { visibility: 'private' });
    const three = await ann.publishes('three');
    const answer = await max.get<Status[]>('/api/v1/statuses', { id: [three.id, two.id, 'junk', '12', one.id] });
    expect(answer.body.map((status) => status.id)).toEqual([three.id, one.id]);
    expect((await max.get<Status[]>('/api/v1/statuses')).body).toEqual([]);
  });
});
