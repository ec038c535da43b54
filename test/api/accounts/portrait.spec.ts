import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CredentialAccount, ErrorBody } from '@roost/contracts';
import { type Person, type Roost, startRoost, until } from '@roost/test-kit';
import sharp from 'sharp';

let roost: Roost;
let ann: Person;

beforeAll(async () => {
  roost = await startRoost();
  ann = await roost.person({ handle: 'ann' });
});
afterAll(() => roost.stop());

function send(field: 'avatar' | 'header', bytes: Buffer) {
  const form = new FormData();
  form.set(field, new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'me.jpg');
  return ann.patch<CredentialAccount & ErrorBody>('/api/v1/accounts/update_credentials', form);
}

async function fetchFile(url: string): Promise<{ status: number; bytes: Buffer }> {
  const answer = await fetch(roost.url + new URL(url).pathname);
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('the picture of a profile', () => {
  it.each([
    ['avatar', 400, 400],
    ['header', 1500, 500],
  ] as const)('%s is drawn anew at one size, without what the file carried', async (field, width, height) => {
    const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#774411' } })
      .withExif({ IFD0: { Copyright: 'Nobody' } })
      .jpeg()
      .toBuffer();
    const answer = await send(field, photo);
    expect(answer.status).toBe(200);
    const facts = await sharp((await fetchFile(answer.body[field])).bytes).metadata();
    expect(facts).toMatchObject({ format: 'jpeg', width, height });
    expect(facts.exif).toBeUndefined();
  });

  it('replaces the one before, whose address then leads nowhere', async () => {
    const draw = (background: string) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background } })
        .png()
        .toBuffer();
    const first = (await send('avatar', await draw('#111111'))).body.avatar;
    const second = (await send('avatar', await draw('#eeeeee'))).body.avatar;
    expect((await fetchFile(second)).status).toBe(200);
    await until(async () => (await fetchFile(first)).status === 404);
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page that begins like a GIF', 'GIF89a<script>alert(1)</script>'],
  ])('is not %s', async (_, text) => {
    const answer = await send('avatar', Buffer.from(text));
    expect([answer.status, answer.body.code]).toEqual([422, 'profile.bad_picture']);
  });
});
