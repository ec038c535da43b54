import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Announcement, ErrorBody, KeptAnnouncement } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import { journalOf, NOT_FOUND, refusal } from '../posts/support.js';

const KEPT = '/api/roost/v1/announcements';
const LIST = '/api/v1/announcements';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());
beforeEach(() => roost.db.query('truncate announcement cascade'));

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
async function written(text: string, fields: Record<string, unknown> = {}): Promise<KeptAnnouncement> {
  const answer = await cast.ada.web.post<KeptAnnouncement>(KEPT, { text, ...fields });
  expect(answer.status).toBe(200);
  return answer.body;
}
const shownTo = async (person: Person): Promise<Announcement[]> => (await person.get<Announcement[]>(LIST)).body;
const reaction = (id: string, name: string): string => `${LIST}/${id}/reactions/${encodeURIComponent(name)}`;

describe('an announcement', () => {
  it('is shown to everybody at once, with what stands in its text', async () => {
    const kept = await written('Fire drill on #Monday, ask @max & see https://company.example/fire\n\nThanks');
    expect(kept).toMatchObject({ state: 'shown', readers: 0 });
    const [announcement] = await shownTo(cast.ben);
    expect(announcement).toMatchObject({
      id: kept.id,
      starts_at: null,
      ends_at: null,
      all_day: false,
      read: false,
      statuses: [],
      emojis: [],
      reactions: [],
      mentions: [{ id: cast.max.id, acct: 'max', url: `${roost.url}/@max` }],
      tags: [{ name: 'monday', url: `${roost.url}/tags/monday` }],
    });
    expect(announcement?.content).toContain(`<a href="${roost.url}/@max" class="u-url mention">`);
    expect(announcement?.content).toContain('</p><p>Thanks</p>');
    expect(await shownTo(cast.cleo)).toHaveLength(1);
  });

  it('may be longer than a post, but not blank and not longer than 2000 characters', async () => {
    await written('x'.repeat(2000));
    for (const [text, code] of [
      ['x'.repeat(2001), 'announcement.too_long'],
      [' \n\u200b', 'announcement.blank'],
    ] as const) {
      const answer = await cast.ada.web.post<ErrorBody>(KEPT, { text });
      expect([answer.status, answer.body.code]).toEqual([422, code]);
    }
    expect((await cast.ada.web.post(KEPT, {})).status).toBe(422);
    expect((await cast.ada.web.post(KEPT, { text: 'x', ends_at: 'tomorrow' })).status).toBe(422);
    expect(await shownTo(cast.ben)).toHaveLength(1);
  });

  it('is written, changed and taken away by administrators only', async () => {
    const { id } = await written('Fire drill');
    for (const person of [cast.ann, cast.max]) {
      expect((await person.web.get(KEPT)).status).toBe(403);
      expect((await person.web.post(KEPT, { text: 'mine' })).status).toBe(403);
      expect((await person.web.patch(`${KEPT}/${id}`, { text: 'mine' })).status).toBe(403);
      expect((await person.web.delete(`${KEPT}/${id}`)).status).toBe(403);
    }
    const changed = await cast.ada.web.patch<KeptAnnouncement>(`${KEPT}/${id}`, { text: 'No fire drill' });
    expect(changed.body).toMatchObject({ id, text: 'No fire drill', state: 'shown' });
    expect((await shownTo(cast.ben))[0]?.roost.text).toBe('No fire drill');
    expect((await cast.ada.web.delete(`${KEPT}/${id}`)).body).toEqual({});
    expect(await shownTo(cast.ben)).toEqual([]);
    expect(refusal(await cast.ada.web.delete<ErrorBody>(`${KEPT}/${id}`))).toEqual(NOT_FOUND);
    expect((await journalOf(roost, id)).map(({ type }) => type)).toEqual([
      'announcement.published',
      'announcement.updated',
      'announcement.deleted',
    ]);
  });

  it('waits for its hour, is shown then, and goes at its end, each told once', async () => {
    const { id, state } = await written('Lunch is served', { publish_at: inSeconds(2), ends_at: inSeconds(5) });
    expect(state).toBe('waiting');
    expect(await shownTo(cast.ben)).toEqual([]);
    expect(refusal(await cast.ben.post<ErrorBody>(`${LIST}/${id}/dismiss`))).toEqual(NOT_FOUND);
    await until(async () => (await shownTo(cast.ben)).length === 1);
    await until(async () => (await shownTo(cast.ben)).length === 0);
    const types = async () => (await journalOf(roost, id)).map(({ type }) => type);
    await until(async () => (await types()).length === 3);
    expect(await types()).toEqual(['announcement.written', 'announcement.published', 'announcement.deleted']);
    const { body } = await cast.ada.web.get<KeptAnnouncement[]>(KEPT);
    expect(body.map((kept) => kept.state)).toEqual(['ended']);
    await cast.ada.web.patch(`${KEPT}/${id}`, { ends_at: null });
    expect(await shownTo(cast.ben)).toHaveLength(1);
  });

  it('cannot be over before anybody could read it', async () => {
    for (const times of [
      { ends_at: inSeconds(-5) },
      { starts_at: inSeconds(500), ends_at: inSeconds(400) },
      { publish_at: inSeconds(500), ends_at: inSeconds(400) },
    ]) {
      const answer = await cast.ada.web.post<ErrorBody>(KEPT, { text: 'Too late', ...times });
      expect([answer.status, answer.body.code]).toEqual([422, 'announcement.over']);
    }
    const { id } = await written('In time', { ends_at: inSeconds(500) });
    expect((await cast.ada.web.patch(`${KEPT}/${id}`, { ends_at: inSeconds(-5) })).status).toBe(422);
    expect((await shownTo(cast.ben)).map((announcement) => announcement.roost.text)).toEqual(['In time']);
  });
});

describe('reading an announcement', () => {
  it('puts it away for oneself, and counts', async () => {
    const { id } = await written('Fire drill');
    for (let twice = 0; twice < 2; twice++) expect(await cast.ben.done('POST', `${LIST}/${id}/dismiss`)).toEqual({});
    expect((await shownTo(cast.ben))[0]?.read).toBe(true);
    expect((await shownTo(cast.ann))[0]?.read).toBe(false);
    expect((await cast.ada.web.get<KeptAnnouncement[]>(KEPT)).body[0]?.readers).toBe(1);
    expect(refusal(await cast.ben.post<ErrorBody>(`${LIST}/1/dismiss`))).toEqual(NOT_FOUND);
  });
});

describe('answering an announcement', () => {
  it('is an emoji that counts once for each person, and can be taken back', async () => {
    const { id } = await written('Cake in the kitchen');
    for (let twice = 0; twice < 2; twice++) expect(await cast.ben.done('PUT', reaction(id, '🎉'))).toEqual({});
    await cast.ann.done('PUT', reaction(id, '🎉'));
    await cast.ann.done('PUT', reaction(id, '❤'));
    expect((await shownTo(cast.ann))[0]?.reactions).toEqual([
      { name: '🎉', count: 2, me: true },
      { name: '❤️', count: 1, me: true },
    ]);
    expect((await shownTo(cast.max))[0]?.reactions[0]?.me).toBe(false);
    expect(await cast.ann.done('DELETE', reaction(id, '❤️'))).toEqual({});
    expect(refusal(await cast.ann.delete<ErrorBody>(reaction(id, '❤️')))).toEqual(NOT_FOUND);
    expect((await shownTo(cast.ann))[0]?.reactions.map(({ name }) => name)).toEqual(['🎉']);
    const told = (await journalOf(roost, id)).filter(({ type }) => type.endsWith('reacted'));
    expect(told.map(({ type, payload }) => [type, payload.name, payload.count])).toEqual([
      ['announcement.reacted', '🎉', 1],
      ['announcement.reacted', '🎉', 2],
      ['announcement.reacted', '❤️', 1],
      ['announcement.unreacted', '❤️', 0],
    ]);
  });

  it.each(['thumbsup', '👍👍', 'a', ':blobcat:'])('is not %j', async (name) => {
    const { id } = await written('Cake');
    const answer = await cast.ben.put<ErrorBody>(reaction(id, name));
    expect([answer.status, answer.body.error]).toEqual([422, 'Validation failed: Name is not a recognized emoji']);
    expect((await cast.ben.delete(reaction(id, name))).status).toBe(404);
  });

  it('knows eight kinds for each announcement, also when all come at once', async () => {
    const { id } = await written('Cake');
    const kinds = ['👍', '🎉', '🍰', '😀', '🚀', '👏', '🙏', '🔥', '👀', '🐦'];
    const answers = await Promise.all(kinds.map((kind) => cast.ben.put<ErrorBody>(reaction(id, kind))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(8);
    const refused = answers.filter(({ status }) => status !== 200).map(refusal);
    expect(refused).toEqual([
      expect.objectContaining({ status: 422, code: 'announcement.too_many_reactions' }),
      expect.objectContaining({ status: 422, code: 'announcement.too_many_reactions' }),
    ]);
    const given = (await shownTo(cast.ann))[0]?.reactions[0]?.name ?? '';
    await cast.ann.done('PUT', reaction(id, given));
  });

  it('is not possible where there is none', async () => {
    expect(refusal(await cast.ben.put<ErrorBody>(reaction('1', '👍')))).toEqual(NOT_FOUND);
    expect(refusal(await cast.ben.put<ErrorBody>(reaction('x', '👍')))).toMatchObject({ status: 404 });
  });
});
