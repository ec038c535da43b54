import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErrorBody, LIMITS, MediaAttachment, type Status } from '@roost/contracts';
import { type Answer, type Cast, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import sharp from 'sharp';
import { aFilm, aWave, aWebm, anMp3, SECRET } from './film-files.js';
import { NOT_FOUND, refusal } from './support.js';

let roost: Roost;
let cast: Cast;
let picture: Buffer;

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
  picture = await sharp({ create: { width: 64, height: 36, channels: 3, background: '#228844' } })
    .png()
    .toBuffer();
});
afterAll(() => roost.stop());

function formOf(bytes: Buffer, fields: Record<string, string | Buffer> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, new Blob([new Uint8Array(value)], { type: 'image/png' }), 'poster.png');
  }
  form.set('file', new Blob([new Uint8Array(bytes)]), 'film');
  return form;
}

type Upload = Answer<MediaAttachment & ErrorBody>;

/** To the older address, which waits until the file is ready. */
function upload(bytes: Buffer, fields: Record<string, string | Buffer> = {}, person: Person = cast.ann): Promise<Upload> {
  return person.post<MediaAttachment & ErrorBody>('/api/v1/media', formOf(bytes, fields));
}

async function uploaded(bytes: Buffer, fields: Record<string, string | Buffer> = {}): Promise<MediaAttachment> {
  const answer = await upload(bytes, fields);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  expect(MediaAttachment.safeParse(answer.body).error).toBeUndefined();
  return answer.body;
}

async function fetched(url: string | null, headers: Record<string, string> = {}) {
  const answer = await fetch(url ?? '', { headers });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('a film', () => {
  it('is answered at once, is prepared, and then stands where it belongs', async () => {
    const first = await cast.ann.post<MediaAttachment>(
      '/api/v2/media',
      formOf(await aFilm(), { description: 'A square dances' }),
    );
    expect(first.status).toBe(202);
    expect(first.body).toMatchObject({ type: 'video', url: null, preview_url: null, description: 'A square dances' });
    expect(MediaAttachment.safeParse(first.body).error).toBeUndefined();
    const seen = new Set<number>();
    const ready = await until(async () => {
      const answer = await cast.ann.get<MediaAttachment>(`/api/v1/media/${first.body.id}`);
      seen.add(answer.status);
      return answer.status === 200 && answer.body;
    });
    expect([...seen].every((status) => status === 206 || status === 200)).toBe(true);
    expect(ready).toMatchObject({
      type: 'video',
      meta: {
        length: '0:00:02.00',
        duration: 2,
        fps: 25,
        original: { width: 320, height: 180, size: '320x180', frame_rate: '25/1', duration: 2, bitrate: expect.any(Number) },
        focus: { x: 0, y: 0 },
      },
    });
    const status = await cast.ann.publishes('Look', { media_ids: [ready.id] });
    expect(status.media_attachments).toEqual([ready]);
    expect((await cast.ben.get<Status>(`/api/v1/statuses/${status.id}`)).body.media_attachments).toEqual([ready]);
  });

  it('stands upright as it was held', async () => {
    const { meta } = await uploaded(await aFilm({ rotation: 90 }));
    expect(meta.original).toMatchObject({ width: 180, height: 320 });
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string, string]>([
    ['an MP4', () => aFilm(), 'video', 'video/mp4'],
    ['a silent MP4', () => aFilm({ sound: false }), 'video', 'video/mp4'],
    ['a WebM', () => aWebm(), 'video', 'video/webm'],
    ['a WAV', () => aWave(), 'audio', 'audio/wav'],
    ['an MP3', () => anMp3(), 'audio', 'audio/mpeg'],
  ])('made of %s leaves behind what it said about its maker', async (_, make, type, contentType) => {
    const bytes = await make();
    expect(bytes.includes(SECRET) || contentType.startsWith('video')).toBe(true);
    const media = await uploaded(bytes);
    expect(media.type).toBe(type);
    const file = await fetched(media.url);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, contentType]);
    expect(file.bytes.includes(SECRET)).toBe(false);
    expect(file.bytes.length).toBeGreaterThan(500);
  });

  it('has the poster that was sent with it, or later', async () => {
    const { id, preview_url, blurhash, meta } = await uploaded(await aFilm(), { thumbnail: picture });
    expect(meta.small).toMatchObject({ width: 64, height: 36 });
    expect(blurhash).toEqual(expect.any(String));
    expect((await fetched(preview_url)).headers.get('content-type')).toBe('image/webp');
    const form = new FormData();
    form.set('thumbnail', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'other.png');
    form.set('description', 'Another poster');
    const changed = await cast.ann.put<MediaAttachment>(`/api/v1/media/${id}`, form);
    expect(changed.body).toMatchObject({ description: 'Another poster', blurhash });
    expect(changed.body.preview_url).not.toBe(preview_url);
    expect((await fetched(changed.body.preview_url)).status).toBe(200);
    expect((await fetched(preview_url)).status).toBe(404);
  });

  it('is sent in parts to whoever asks for parts', async () => {
    const { url } = await uploaded(aWave());
    const whole = await fetched(url);
    const size = whole.bytes.length;
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    const part = await fetched(url, { range: 'bytes=10-19' });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      `bytes 10-19/${size}`,
      '10',
    ]);
    expect(part.bytes).toEqual(whole.bytes.subarray(10, 20));
    expect((await fetched(url, { range: 'bytes=-5' })).bytes).toEqual(whole.bytes.subarray(-5));
    const beyond = await fetched(url, { range: `bytes=${size}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${size}`]);
    expect(whole.headers.get('content-security-policy')).toContain('sandbox');
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['cut off', async () => (await aFilm()).subarray(0, 600), 'film.damaged'],
    ['of too many pixels', () => aFilm({ width: 4000, height: 3000 }), 'film.too_many_pixels'],
    ['of too many pictures a second', () => aFilm({ framesPerSecond: 240, sound: false }), 'film.too_many_frames'],
    ['of an hour and more', () => aFilm({ frames: 3, framesPerSecond: 1 / 1500, sound: false }), 'film.too_long'],
    [
      'that is a table of contents only',
      () => Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomiso2avc1mp41', 'latin1'),
      'film.damaged',
    ],
  ])('%s is refused with its reason', async (_, make, code) => {
    const bytes = await make();
    expect(refusal(await upload(bytes))).toMatchObject({ status: 422, code });
    const later = await cast.ann.post<MediaAttachment>('/api/v2/media', formOf(bytes));
    expect(later.status).toBe(202);
    const failed = await until(async () => {
      const answer = await cast.ann.get<MediaAttachment & ErrorBody>(`/api/v1/media/${later.body.id}`);
      return answer.status === 422 && answer;
    });
    expect(failed.body.code).toBe(code);
    const attached = await cast.ann.post<ErrorBody>('/api/v1/statuses', { status: 'x', media_ids: [later.body.id] });
    expect(refusal(attached).code).toBe('media.not_free');
  });

  it('larger than the limit is cut off while it arrives', async () => {
    const bytes = Buffer.concat([await aFilm(), Buffer.alloc(LIMITS.filmBytes)]);
    expect((await upload(bytes)).status).toBe(413);
  });

  it('waits for nobody to attach it too early, and goes alone', async () => {
    const film = await uploaded(await aFilm());
    const other = await uploaded(aWave());
    const together = await cast.ann.post<ErrorBody>('/api/v1/statuses', { status: 'x', media_ids: [film.id, other.id] });
    expect(refusal(together)).toMatchObject({ status: 422, code: 'media.film_not_alone' });
    await roost.db.query(`update media set state = 'processing' where id = $1`, [film.id]);
    const early = await cast.ann.post<ErrorBody>('/api/v1/statuses', { status: 'x', media_ids: [film.id] });
    expect(refusal(early)).toEqual({
      status: 422,
      code: 'media.not_ready',
      error: 'Validation failed: Cannot attach files that have not finished processing. Try again in a moment!',
    });
  });

  it('belongs to whoever sent it, and goes when they take it back', async () => {
    const film = await uploaded(await aFilm(), { thumbnail: picture });
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const answer = await cast.ben.call<ErrorBody>(method, `/api/v1/media/${film.id}`, method === 'GET' ? {} : { body: {} });
      expect(refusal(answer)).toEqual(NOT_FOUND);
    }
    await cast.ann.delete(`/api/v1/media/${film.id}`);
    for (const url of [film.url, film.preview_url]) expect((await fetched(url)).status).toBe(404);
  });

  it('comes back for another draft under new addresses', async () => {
    const sound = await uploaded(aWave(), { description: 'Silence' });
    const status = await cast.ann.publishes('Listen', { media_ids: [sound.id] });
    const deleted = await cast.ann.done<Status>('DELETE', `/api/v1/statuses/${status.id}`);
    const [again] = deleted.media_attachments;
    expect(again).toMatchObject({ id: sound.id, type: 'audio', description: 'Silence', preview_url: null });
    expect(again?.url).not.toBe(sound.url);
    expect((await fetched(sound.url)).status).toBe(404);
    expect((await fetched(again?.url ?? null)).status).toBe(200);
  });

  it('is announced with its limits', async () => {
    const { body } = await roost.anonymous.get<{ configuration: { media_attachments: Record<string, unknown> } }>(
      '/api/v2/instance',
    );
    expect(body.configuration.media_attachments).toMatchObject({
      supported_mime_types: expect.arrayContaining(['image/png', 'video/mp4', 'video/webm', 'video/quicktime', 'audio/mpeg']),
      video_size_limit: LIMITS.filmBytes,
      video_frame_rate_limit: LIMITS.filmFrameRate,
      video_matrix_limit: LIMITS.filmPixels,
    });
  });
});
