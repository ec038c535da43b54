import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErrorBody, Status, StatusEdit, type StatusSource } from '@roost/contracts';
import { type Cast, type Roost, startRoost } from '@roost/test-kit';
import sharp from 'sharp';
import { journalOf, NOT_FOUND, refusal, uploaded } from './support.js';

let roost: Roost;
let cast: Cast;
let picture: Buffer;

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => roost.stop());

function edit(id: string, body: Record<string, unknown>, person = cast.ann) {
  return person.put<Status & ErrorBody>(`/api/v1/statuses/${id}`, body);
}

async function historyOf(id: string, person = cast.ben): Promise<StatusEdit[]> {
  return (await person.get<StatusEdit[]>(`/api/v1/statuses/${id}/history`)).body;
}

/** Turns the clock of one post back, since a test cannot wait. */
async function publishedMinutesAgo(id: string, minutes: number): Promise<void> {
  await roost.db.query(`update status set created_at = now() - make_interval(mins => $2) where id = $1`, [id, minutes]);
}

describe('editing', () => {
  it('keeps every version, and recomputes what stands in the text', async () => {
    const { ann, ben, max } = cast;
    const status = await ann.publishes('first @ben #One', { spoiler_text: 'careful' });
    const edited = (await edit(status.id, { status: 'second @max #Two https://example.com', spoiler_text: '' })).body;
    expect(Status.safeParse(edited).error).toBeUndefined();
    expect(edited).toMatchObject({
      id: status.id,
      created_at: status.created_at,
      spoiler_text: '',
      mentions: [{ id: max.id }],
      tags: [{ name: 'two' }],
    });
    expect(edited.edited_at).not.toBeNull();

    const history = await historyOf(status.id);
    expect(history.map((version) => StatusEdit.safeParse(version).error)).toEqual([undefined, undefined]);
    expect(history.map((version) => [version.roost.text, version.spoiler_text])).toEqual([
      ['first @ben #One', 'careful'],
      ['second @max #Two https://example.com', ''],
    ]);
    expect(history.map((version) => version.created_at)).toEqual([status.created_at, edited.edited_at]);
    expect((await ann.get<StatusSource>(`/api/v1/statuses/${status.id}/source`)).body).toEqual({
      id: status.id,
      text: 'second @max #Two https://example.com',
      spoiler_text: '',
    });
    const [, entry] = await journalOf(roost, status.id);
    expect(entry).toMatchObject({
      type: 'status.edited',
      actor_id: ann.id,
      audience: { visibility: 'public', mentioned: [max.id] },
      payload: {
        version: 2,
        mentions: [max.id],
        tags: ['two'],
        formerMentions: [ben.id],
        formerTags: ['one'],
        editedAt: edited.edited_at,
      },
    });
  });

  it('shows one version for a post that was never edited', async () => {
    const status = await cast.ann.publishes('as it is');
    expect((await historyOf(status.id)).map((version) => version.roost.text)).toEqual(['as it is']);
  });

  it('leaves alone what is left out, and makes no version of no change', async () => {
    const { ann } = cast;
    const status = await ann.publishes('stay', { visibility: 'private', language: 'fr', spoiler_text: 'warned' });
    const edited = (await edit(status.id, { status: 'stayed' })).body;
    expect(edited).toMatchObject({ visibility: 'private', language: 'fr', spoiler_text: 'warned', sensitive: true });
    await edit(status.id, { status: ' stayed ', visibility: 'public' });
    expect(await historyOf(status.id)).toHaveLength(2);
    expect((await ann.get<Status>(`/api/v1/statuses/${status.id}`)).body.visibility).toBe('private');
    expect(await journalOf(roost, status.id, 'status.edited')).toHaveLength(1);
  });

  it('changes the text for 15 minutes; sensitive mark and language at any time', async () => {
    const status = await cast.ann.publishes('in time');
    await publishedMinutesAgo(status.id, 14);
    expect((await edit(status.id, { status: 'just in time' })).status).toBe(200);
    await publishedMinutesAgo(status.id, 16);
    for (const change of [
      { status: 'too late' },
      { spoiler_text: 'too late' },
      { media_ids: [(await uploaded(cast.ann, picture)).id] },
    ])
      expect(refusal(await edit(status.id, change))).toMatchObject({ status: 422, code: 'status.edit_window_over' });
    const late = await edit(status.id, { status: 'just in time', sensitive: true, language: 'en' });
    expect(late.body).toMatchObject({ sensitive: true, language: 'en', roost: { text: 'just in time' } });
  });

  it('refuses what publishing refuses', async () => {
    const status = await cast.ann.publishes('fine');
    expect(refusal(await edit(status.id, { status: 'x'.repeat(141) })).code).toBe('status.too_long');
    expect(refusal(await edit(status.id, { status: ' ' })).code).toBe('status.blank');
    expect(refusal(await edit(status.id, { poll: { options: ['a'] } })).code).toBe('poll.refused');
    expect(await historyOf(status.id)).toHaveLength(1);
  });

  it("is for one's own posts", async () => {
    const status = await cast.ann.publishes('mine');
    for (const person of [cast.ben, cast.cleo, cast.ada])
      expect(refusal(await edit(status.id, { status: 'yours' }, person))).toEqual(NOT_FOUND);
    expect(refusal(await edit('12', { status: 'nothing' }))).toEqual(NOT_FOUND);
  });

  it('hides former versions from those who may not see the post', async () => {
    const status = await cast.ann.publishes('for followers', { visibility: 'private' });
    expect(await historyOf(status.id)).toHaveLength(1);
    for (const part of ['history', 'source'])
      expect(refusal(await cast.max.get<ErrorBody>(`/api/v1/statuses/${status.id}/${part}`))).toEqual(NOT_FOUND);
  });

  it('makes one version after the other when many come at once', async () => {
    const status = await cast.ann.publishes('version 0');
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => edit(status.id, { status: `version ${index + 1} @ben #v` })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    const { rows } = await roost.db.query<{ version: number }>(
      'select version from status_version where status_id = $1 order by version',
      [status.id],
    );
    expect(rows.map((row) => row.version)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
    const current = (await cast.ann.get<Status>(`/api/v1/statuses/${status.id}`)).body;
    expect((await historyOf(status.id)).at(-1)?.roost.text).toBe(current.roost.text);
  });
});

describe('pictures of an edited post', () => {
  it('can be described later, exchanged in time, and stay with the version that showed them', async () => {
    const { ann } = cast;
    const [first, second] = [await uploaded(ann, picture, { description: 'old words' }), await uploaded(ann, picture)];
    const status = await ann.publishes('look', { media_ids: [first.id] });
    const described = await edit(status.id, {
      media_attributes: [{ id: first.id, description: 'new words', focus: '0.5,-0.5' }],
    });
    expect(described.body.media_attachments).toMatchObject([
      { id: first.id, description: 'new words', meta: { focus: { x: 0.5, y: -0.5 } } },
    ]);
    const exchanged = await edit(status.id, { status: '', media_ids: [second.id] });
    expect(exchanged.body).toMatchObject({ roost: { text: '' }, media_attachments: [{ id: second.id }] });
    const shown = (await historyOf(status.id)).map((version) =>
      version.media_attachments.map((item) => [item.id, item.description]),
    );
    expect(shown).toEqual([[[first.id, 'old words']], [[first.id, 'new words']], [[second.id, null]]]);
    const [, , last] = await historyOf(status.id);
    const urls = [first.url, last?.media_attachments[0]?.url].map((url) => new URL(String(url)).pathname);
    for (const url of urls) expect((await roost.anonymous.get(url)).status).toBe(200);
    await ann.done('DELETE', `/api/v1/statuses/${status.id}`, { delete_media: true });
    for (const url of urls) expect((await roost.anonymous.get(url)).status).toBe(404);
  });

  it('cannot be those of another person or another post', async () => {
    const { ann, ben } = cast;
    const theirs = await uploaded(ben, picture);
    const used = await uploaded(ann, picture);
    await ann.publishes('uses it', { media_ids: [used.id] });
    const status = await ann.publishes('wants it');
    for (const id of [theirs.id, used.id, '12'])
      expect(refusal(await edit(status.id, { media_ids: [id] }))).toMatchObject({ status: 422, code: 'media.not_free' });
  });
});
