import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErrorBody, MediaAttachment } from '@roost/contracts';
import { type Cast, type Roost, startRoost, until } from '@roost/test-kit';
import { readdir, readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Metadata } from 'sharp';
import { NOT_FOUND, oneRow, refusal, upload, uploaded, uploadForm } from './support.js';

let roost: Roost;
let cast: Cast;

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

function plain(width: number, height: number, background = '#2266aa') {
  return sharp({ create: { width, height, channels: 3, background } });
}

async function fetchFile(url: string | null): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const answer = await fetch(roost.url + new URL(String(url)).pathname);
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

async function factsOf(url: string | null): Promise<Metadata> {
  return sharp((await fetchFile(url)).bytes).metadata();
}

describe('uploading', () => {
  it.each([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['gif', 'image/png'],
    ['webp', 'image/webp'],
    ['avif', 'image/webp'],
  ] as const)('takes a %s and serves it as %s, with a preview', async (format, served) => {
    const answer = await upload(cast.ann, await plain(1000, 500).toFormat(format).toBuffer(), {
      description: ' words ',
      focus: '0.5,-1',
    });
    expect(answer.status).toBe(200);
    expect(MediaAttachment.safeParse(answer.body).error).toBeUndefined();
    expect(answer.body).toMatchObject({
      type: 'image',
      description: 'words',
      blurhash: expect.stringMatching(/^.{20,}$/),
      meta: {
        original: { width: 1000, height: 500, size: '1000x500', aspect: 2 },
        small: { width: 640, height: 320 },
        focus: { x: 0.5, y: -1 },
      },
    });
    for (const [url, type, width] of [
      [answer.body.url, served, 1000],
      [answer.body.preview_url, 'image/webp', 640],
    ] as const) {
      const file = await fetchFile(url);
      expect(file.headers.get('content-type')).toBe(type);
      expect((await sharp(file.bytes).metadata()).width).toBe(width);
    }
  });

  it('strips where a photograph was taken and what else it carries, and turns it upright', async () => {
    const photo = await plain(80, 40)
      .withExif({ IFD0: { Copyright: 'Nobody' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '20/1 52/1 44/1' } })
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>xmp</secret></x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const before = await sharp(photo).metadata();
    expect([before.exif, before.xmp, before.icc].includes(undefined)).toBe(false);
    expect(before.orientation).toBe(6);
    const media = await uploaded(cast.ann, photo);
    expect(media.meta.original).toMatchObject({ width: 40, height: 80 });
    for (const url of [media.url, media.preview_url]) {
      const facts = await factsOf(url);
      expect([facts.exif, facts.xmp, facts.icc, facts.iptc, facts.orientation]).toEqual(Array(5).fill(undefined));
      expect(facts.space).toBe('srgb');
    }
  });

  it('scales what is larger than a screen and never enlarges', async () => {
    const large = await uploaded(cast.ann, await plain(4000, 2000).jpeg().toBuffer());
    expect(large.meta).toMatchObject({ original: { width: 2560, height: 1280 }, small: { width: 640, height: 320 } });
    const small = await uploaded(cast.ann, await plain(3, 2).png().toBuffer());
    expect(small.meta).toMatchObject({ original: { width: 3, height: 2 }, small: { width: 3, height: 2 } });
  });

  it('answers on the address of older apps too, and needs write:media', async () => {
    const bytes = await plain(10, 10).png().toBuffer();
    expect((await cast.ann.post('/api/v1/media', uploadForm(bytes))).status).toBe(200);
    const narrow = cast.ann.withToken(await roost.token(cast.ann.id, ['write:statuses', 'read']));
    expect((await upload(narrow, bytes)).status).toBe(403);
    expect((await upload(roost.anonymous, bytes)).status).toBe(401);
  });

  it('of the same file under one Idempotency-Key is one upload', async () => {
    const bytes = await plain(10, 10, '#ff0000').png().toBuffer();
    const send = (other?: Buffer) =>
      cast.max.post<MediaAttachment & ErrorBody>('/api/v2/media', uploadForm(other ?? bytes), {
        headers: { 'idempotency-key': 'picture' },
      });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second.body.id).toBe(first.body.id);
    expect((await fetchFile(second.body.url)).status).toBe(200);
    expect(refusal(await send(await plain(11, 10).png().toBuffer())).code).toBe('idempotency.key_reused');
  });

  it('refuses descriptions and focuses that do not fit', async () => {
    const bytes = await plain(10, 10).png().toBuffer();
    expect((await upload(cast.ann, bytes, { description: '🙂'.repeat(1500) })).status).toBe(200);
    expect((await upload(cast.ann, bytes, { description: 'x'.repeat(1501) })).status).toBe(422);
    for (const focus of ['2,0', 'a,b', '0', '0,0,0', 'NaN,0'])
      expect((await upload(cast.ann, bytes, { focus })).status).toBe(422);
  });

  it('stops at forty uploads that no post uses', async () => {
    const hoarder = await roost.person({ handle: 'hoarder' });
    const bytes = await plain(4, 4).png().toBuffer();
    const answers = await Promise.all(Array.from({ length: 42 }, () => upload(hoarder, bytes)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(40);
    expect(answers.filter((answer) => answer.status === 422).map((answer) => answer.body.code)).toEqual(
      Array(2).fill('media.too_many_loose'),
    );
  });
});

describe('files made to harm', () => {
  const html = '<script>alert(document.cookie)</script>';

  it('are made anew: what was hidden in or behind a picture is gone', async () => {
    const jpeg = await plain(50, 50).jpeg().toBuffer();
    const png = await plain(50, 50).png().toBuffer();
    const comment = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, html.length + 2]),
      Buffer.from(html),
      jpeg.subarray(2),
    ]);
    const behind = Buffer.concat([png, Buffer.from(`PK\u0003\u0004${html}`)]);
    for (const bytes of [comment, behind]) {
      const media = await uploaded(cast.ben, bytes);
      for (const url of [media.url, media.preview_url]) expect((await fetchFile(url)).bytes.includes('alert')).toBe(false);
    }
  });

  it.each([
    [
      'an SVG with a script',
      () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${html}</svg>`),
      'media.unknown_type',
    ],
    ['a page', () => Buffer.from(`<!doctype html>${html}`), 'media.unknown_type'],
    ['a page that begins like a GIF', () => Buffer.from(`GIF89a/*${html}*/`), 'image.damaged'],
    ['nothing', () => Buffer.alloc(0), 'media.unknown_type'],
    [
      'the first bytes of a JPEG and noise',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)]),
      'image.damaged',
    ],
    ['a TIFF', () => plain(9, 9).tiff().toBuffer(), 'media.unknown_type'],
    ['half a JPEG', async () => halfOf(await noise('jpeg')), 'image.damaged'],
    ['half a PNG', async () => halfOf(await noise('png')), 'image.damaged'],
    ['half a WebP', async () => halfOf(await noise('webp')), 'image.damaged'],
    ['a PNG that announces 400 million pixels', () => Promise.resolve(bombPng(20_000, 20_000)), 'image.too_many_pixels'],
    [
      'a PNG that announces the largest picture there is',
      () => Promise.resolve(bombPng(0x7fffffff, 0x7fffffff)),
      /^image\.(damaged|too_many_pixels)$/,
    ],
    ['25 million pixels', () => plain(5001, 5000).png().toBuffer(), 'image.too_many_pixels'],
    ['an AVIF of 13 million pixels', () => plain(4000, 3250).avif({ effort: 0 }).toBuffer(), 'image.too_many_pixels'],
  ])('refuses %s', async (_, make, code) => {
    const answer = await upload(cast.ben, await make());
    expect(answer.status).toBe(422);
    expect(answer.body.code).toMatch(code);
    expect((await roost.anonymous.get('/livez')).status).toBe(200);
  });

  it('refuses a file above ten megabytes, and a form without a file', async () => {
    const large = Buffer.concat([await plain(9, 9).png().toBuffer(), Buffer.alloc(10 * 1024 * 1024)]);
    expect((await upload(cast.ben, large)).status).toBe(413);
    const form = new FormData();
    form.set('description', 'no file');
    expect((await cast.ben.post<ErrorBody>('/api/v2/media', form)).status).toBe(422);
    expect((await cast.ben.post<ErrorBody>('/api/v2/media', { file: 'text' })).status).toBe(422);
  });

  it('costs no more for 65,000 frames than for one', async () => {
    const media = await uploaded(cast.ben, manyFrames(65_000));
    expect(media.meta.original).toMatchObject({ width: 1, height: 1 });
  });

  it('keeps memory bounded while many of the largest are made at once', async () => {
    const largest = await sharp({ create: { width: 6000, height: 4000, channels: 4, background: '#12345678' } })
      .png({ progressive: true })
      .toBuffer();
    const before = await peakMegabytes(roost.server.pid);
    const answers = await Promise.all(Array.from({ length: 4 }, () => upload(cast.max, largest)));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from(answers, () => 200));
    expect((await peakMegabytes(roost.server.pid)) - before).toBeLessThan(128);
    for (const child of await childrenOf(roost.server.pid)) expect(await peakMegabytes(child)).toBeLessThan(384);
  });

  it('that break the process they are decoded in cost nobody else anything', async () => {
    const bytes = await sharp({ create: { width: 6000, height: 4000, channels: 4, background: '#12345678' } })
      .png({ progressive: true })
      .toBuffer();
    await uploaded(cast.ben, await plain(10, 10).png().toBuffer());
    const idle = new Map<number, number>();
    for (const child of await childrenOf(roost.server.pid)) idle.set(child, await ticksOf(child));
    const breaking = upload(cast.ben, bytes);
    const busy = await until(async () => {
      for (const child of await childrenOf(roost.server.pid))
        if ((await ticksOf(child)) > (idle.get(child) ?? 0) + 5) return child;
      return null;
    });
    process.kill(busy, 'SIGKILL');
    expect(refusal(await breaking)).toMatchObject({ status: 422, code: 'image.damaged' });
    expect((await upload(cast.ben, await plain(20, 20).png().toBuffer())).status).toBe(200);
  });
});

describe('the files', () => {
  it('are for whoever knows the address, for good, and do nothing but be shown', async () => {
    const media = await uploaded(cast.ann, await plain(20, 20).jpeg().toBuffer());
    const { headers, status } = await fetchFile(media.url);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; media-src 'self'; sandbox",
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(headers.get('set-cookie')).toBeNull();
    const head = await fetch(roost.url + new URL(String(media.url)).pathname, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, headers.get('content-length')]);
  });

  it.each([
    '/media/posts/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-original.jpg',
    '/media/posts/..%2f..%2f..%2fetc%2fpasswd',
    '/media/posts/%00',
    '/media/posts/x.svg',
    '/media/../package.json',
    '/media/',
    '/media/posts',
  ])('are nothing at %s', async (path) => {
    const answer = await roost.anonymous.get<ErrorBody>(path);
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });
});

describe('an upload that no post uses', () => {
  it('can be described, seen and removed by its owner only', async () => {
    const { ann, ben } = cast;
    const media = await uploaded(ann, await plain(20, 20).jpeg().toBuffer(), { description: 'first' });
    const path = `/api/v1/media/${media.id}`;
    expect((await ann.put<MediaAttachment>(path, { focus: '1,1' })).body).toMatchObject({
      description: 'first',
      meta: { focus: { x: 1, y: 1 } },
    });
    expect((await ann.put<MediaAttachment>(path, { description: '' })).body).toMatchObject({
      description: null,
      meta: { focus: { x: 1, y: 1 } },
    });
    for (const refused of [
      await ben.get<ErrorBody>(path),
      await ben.put<ErrorBody>(path, { description: 'x' }),
      await ben.delete<ErrorBody>(path),
    ])
      expect(refusal(refused)).toEqual(NOT_FOUND);
    expect((await ann.get<MediaAttachment>(path)).body.id).toBe(media.id);
    expect(await ann.delete(path)).toMatchObject({ status: 200, body: {} });
    expect(refusal(await ann.get<ErrorBody>(path))).toEqual(NOT_FOUND);
    expect((await fetchFile(media.url)).status).toBe(404);
  });

  it('belongs to its post once attached: no other post, no change but by editing', async () => {
    const { ann, ben } = cast;
    const media = await uploaded(ann, await plain(20, 20).jpeg().toBuffer());
    const attach = (ids: string[], person = ann) =>
      person.post<ErrorBody>('/api/v1/statuses', { status: 'look', media_ids: ids });
    expect(refusal(await attach([media.id], ben))).toMatchObject({ status: 422, code: 'media.not_free' });
    const both = await Promise.all([attach([media.id]), attach([media.id])]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 422]);
    expect(refusal(await ann.put<ErrorBody>(`/api/v1/media/${media.id}`, { description: 'x' }))).toEqual(NOT_FOUND);
    expect(refusal(await ann.delete<ErrorBody>(`/api/v1/media/${media.id}`))).toEqual(NOT_FOUND);
  });

  it('joins a post in the order asked for, four at most, and lets it go without words', async () => {
    const bytes = await plain(20, 20).jpeg().toBuffer();
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) ids.push((await uploaded(cast.ann, bytes)).id);
    const order = [ids[2], ids[0], ids[3], ids[1]].map(String);
    expect(refusal(await cast.ann.post<ErrorBody>('/api/v1/statuses', { media_ids: ids })).code).toBe('media.too_many');
    const status = await cast.ann.publishes('', { media_ids: order });
    expect(status.media_attachments.map((item) => item.id)).toEqual(order);
    expect(await oneRow(roost, 'select has_media from status where id = $1', [status.id])).toEqual({ has_media: true });
  });
});

describe('the sweep', () => {
  it('removes uploads that no post took within a day, files and all, and nothing else', async () => {
    const { ann } = cast;
    const bytes = await plain(20, 20).jpeg().toBuffer();
    const [old, fresh, used] = [await uploaded(ann, bytes), await uploaded(ann, bytes), await uploaded(ann, bytes)];
    await ann.publishes('used', { media_ids: [used.id] });
    await roost.db.query(`update media set created_at = now() - interval '25 hours' where id in ($1, $2)`, [old.id, used.id]);
    await roost.db.query(`insert into roost_jobs.job (name, data) values ('sweep-loose-media', '{}')`);
    await until(async () => (await fetchFile(old.url)).status === 404);
    const name = new URL(String(old.url)).pathname.split('/').at(-1);
    await until(
      async () => !(await readdir(roost.server.dataDir, { recursive: true })).some((path) => path.endsWith(String(name))),
    );
    for (const kept of [fresh, used]) expect((await fetchFile(kept.url)).status).toBe(200);
  });
});

type Format = 'jpeg' | 'png' | 'webp';

function noise(format: Format): Promise<Buffer> {
  return sharp({
    create: { width: 200, height: 200, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .toFormat(format)
    .toBuffer();
}

function halfOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

/** A PNG of a few bytes that announces what it likes. */
function bombPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** An animated GIF of one pixel. */
function manyFrames(count: number): Buffer {
  const header = Buffer.from('GIF89a\u0001\0\u0001\0\u0080\0\0\0\0\0', 'latin1');
  const palette = Buffer.from([255, 255, 255]);
  const frame = Buffer.from([0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([header, palette, ...Array.from({ length: count }, () => frame), Buffer.from([0x3b])]);
}

/** The most memory a process ever held. */
async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}

/** Processor time a process used so far, in hundredths of a second. */
async function ticksOf(pid: number): Promise<number> {
  // The name of the program stands in brackets and may hold anything; user and system time are the 12th and 13th field after it.
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
