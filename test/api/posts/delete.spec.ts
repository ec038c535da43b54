import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorBody, MediaAttachment, Status } from '@roost/contracts';
import { type Cast, type Roost, startRoost, until } from '@roost/test-kit';
import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import { journalOf, NOT_FOUND, oneRow, refusal, uploaded } from './support.js';

let roost: Roost;
let cast: Cast;
let picture: Buffer;

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  picture = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#123456' } })
    .png()
    .toBuffer();
});
afterAll(() => roost.stop());

describe('deleting', () => {
  it('answers with the plain text, and is gone with its boosts, pins, bookmarks and counts', async () => {
    const { ann, ben, max } = cast;
    const parent = await ben.publishes('parent');
    const before = await oneRow<{ statuses_count: number; last_status_at: Date | null }>(
      roost,
      'select statuses_count, last_status_at from account where id = $1',
      [ann.id],
    );
    const status = await ann.publishes('@ben redraft #Me', { in_reply_to_id: parent.id });
    const boost = await max.done<Status>('POST', `/api/v1/statuses/${status.id}/reblog`);
    await ann.done('POST', `/api/v1/statuses/${status.id}/pin`);
    await ben.done('POST', `/api/v1/statuses/${status.id}/bookmark`);
    const reply = await ben.publishes('an answer', { in_reply_to_id: status.id });

    const answer = await ann.delete<Status>(`/api/v1/statuses/${status.id}`);
    expect(answer).toMatchObject({ status: 200, body: { id: status.id, text: '@ben redraft #Me' } });
    for (const id of [status.id, boost.id])
      for (const person of [ann, ben, max]) expect((await person.get(`/api/v1/statuses/${id}`)).status).toBe(404);
    for (const part of ['context', 'history', 'source', 'favourited_by', 'reblogged_by'])
      expect((await ann.get(`/api/v1/statuses/${status.id}/${part}`)).status).toBe(404);
    expect((await ben.get<Status>(`/api/v1/statuses/${parent.id}`)).body.replies_count).toBe(0);
    expect((await ben.get(`/api/v1/statuses/${reply.id}`)).status).toBe(200);
    expect(await oneRow(roost, 'select statuses_count, last_status_at from account where id = $1', [ann.id])).toEqual(before);
    expect(
      await oneRow(
        roost,
        `select (select count(*)::int from pin where status_id = $1) as pins, (select count(*)::int from bookmark where status_id = $1) as bookmarks,
                (select count(*)::int from status_tag where status_id = $1) as tags, (select text from status where id = $1) as text`,
        [status.id],
      ),
    ).toEqual({ pins: 0, bookmarks: 0, tags: 0, text: '@ben redraft #Me' });

    const entry = (await journalOf(roost, status.id)).at(-1);
    expect(entry).toMatchObject({
      type: 'status.deleted',
      actor_id: ann.id,
      audience: { visibility: 'public', mentioned: [ben.id] },
      payload: {
        authorId: ann.id,
        visibility: 'public',
        inReplyToId: parent.id,
        threadId: parent.id,
        mentions: [ben.id],
        tags: ['me'],
        boosts: [{ id: boost.id, accountId: max.id }],
        mediaIds: [],
      },
    });
  });

  it("is for one's own posts, once", async () => {
    const status = await cast.ann.publishes('mine');
    for (const person of [cast.ben, cast.cleo, cast.max, cast.ada])
      expect(refusal(await person.delete<ErrorBody>(`/api/v1/statuses/${status.id}`))).toEqual(NOT_FOUND);
    expect((await cast.ann.delete(`/api/v1/statuses/${status.id}`)).status).toBe(200);
    expect(refusal(await cast.ann.delete<ErrorBody>(`/api/v1/statuses/${status.id}`))).toEqual(NOT_FOUND);
  });

  it('gives the last day of posting back to the post before', async () => {
    const dan = await roost.person({ handle: 'dan' });
    const first = await dan.publishes('first');
    const second = await dan.publishes('second');
    await dan.done('DELETE', `/api/v1/statuses/${second.id}`);
    const row = await oneRow<{ last_status_at: Date }>(roost, 'select last_status_at from account where id = $1', [dan.id]);
    expect(row.last_status_at.toISOString()).toBe(first.created_at);
  });

  it('leaves an earlier post as it was when a retried request asks for it again', async () => {
    const headers = { 'idempotency-key': 'gone' };
    const status = (await cast.ann.post<Status>('/api/v1/statuses', { status: 'soon gone' }, { headers })).body;
    await cast.ann.done('DELETE', `/api/v1/statuses/${status.id}`);
    const again = await cast.ann.post<ErrorBody>('/api/v1/statuses', { status: 'soon gone' }, { headers });
    expect(refusal(again)).toEqual(NOT_FOUND);
  });
});

describe('pictures of a deleted post', () => {
  const pathOf = (url: string | null) => new URL(String(url)).pathname;

  it('lose their addresses at once and come back to their author under new ones, to redraft', async () => {
    const { ann } = cast;
    const media = await uploaded(ann, picture, { description: 'words' });
    const status = await ann.publishes('with a picture', { media_ids: [media.id] });
    expect((await roost.anonymous.get(pathOf(media.url))).status).toBe(200);
    const deleted = await ann.done<Status>('DELETE', `/api/v1/statuses/${status.id}`);
    for (const url of [media.url, media.preview_url]) expect((await roost.anonymous.get(pathOf(url))).status).toBe(404);
    const [kept] = deleted.media_attachments;
    expect(kept).toMatchObject({ id: media.id, description: 'words' });
    expect(kept?.url).not.toBe(media.url);
    const again = await ann.publishes('with a picture, better', { media_ids: [media.id] });
    for (const url of [kept?.url, kept?.preview_url]) expect((await roost.anonymous.get(pathOf(String(url)))).status).toBe(200);
    expect(again.media_attachments.map((item) => item.url)).toEqual([kept?.url]);
  });

  it('are removed for good when that is asked for', async () => {
    const { ann } = cast;
    const media = await uploaded(ann, picture);
    const status = await ann.publishes('with a picture', { media_ids: [media.id] });
    const deleted = await ann.done<Status>('DELETE', `/api/v1/statuses/${status.id}?delete_media=true`);
    expect(deleted.media_attachments).toEqual([]);
    expect((await ann.get<MediaAttachment>(`/api/v1/media/${media.id}`)).status).toBe(404);
    expect((await roost.anonymous.get(pathOf(media.url))).status).toBe(404);
    const name = pathOf(media.url).split('/').at(-1);
    await until(async () => !(await storedFiles()).includes(String(name)));
  });
});

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(roost.server.dataDir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
