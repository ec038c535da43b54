import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CredentialAccount, Profile } from '@roost/contracts';
import { type Person, type Roost, startRoost } from '@roost/test-kit';
import { deflateSync } from 'node:zlib';
import { journalled } from './support.js';

let roost: Roost;
let ann: Person;
beforeAll(async () => {
  roost = await startRoost();
  ann = await roost.person({ handle: 'ann' });
  await roost.person({ handle: 'max', role: 'moderator', displayName: 'Max Power' });
  await roost.person({ handle: 'it_desk', kind: 'official', displayName: 'IT Desk' });
});
afterAll(() => roost.stop());

const update = (body: unknown) => ann.patch<CredentialAccount & { code: string }>('/api/v1/accounts/update_credentials', body);

describe('a profile', () => {
  it('changes by JSON, form and multipart alike', async () => {
    const json = await update({ display_name: 'Ann\u00a0 Lee', note: 'Builds #bridges\r\nwith @max', locked: true });
    expect(json.status).toBe(200);
    expect(json.body).toMatchObject({ display_name: 'Ann Lee', locked: true, roost: { note: 'Builds #bridges\nwith @max' } });
    expect(json.body.note).toContain('<br />');
    const form = await update(
      new URLSearchParams({ 'fields_attributes[0][name]': 'Desk', 'fields_attributes[0][value]': '4.12', locked: 'false' }),
    );
    expect(form.body).toMatchObject({ locked: false, fields: [{ name: 'Desk', value: '4.12', verified_at: null }] });
    const parts = new FormData();
    parts.set('source[privacy]', 'private');
    parts.set('source[language]', 'fr');
    parts.set('bot', 'true');
    const multipart = await update(parts);
    expect(multipart.body).toMatchObject({ bot: true, source: { privacy: 'private', language: 'fr' }, display_name: 'Ann Lee' });
    const preferences = await ann.get('/api/v1/preferences');
    expect(preferences.body).toMatchObject({ 'posting:default:visibility': 'private', 'posting:default:language': 'fr' });
    await update({ bot: false, source: { privacy: 'public', language: '' } });
  });

  it('is read and changed as newer editors do, with raw texts and no picture where none is set', async () => {
    const changed = await ann.patch<Profile>('/api/v1/profile', {
      note: 'Builds #bridges',
      fields_attributes: [{ name: 'Desk', value: '@max' }],
    });
    expect(Profile.parse(changed.body)).toMatchObject({
      id: ann.id,
      note: 'Builds #bridges',
      fields: [{ name: 'Desk', value: '@max', verified_at: null }],
      avatar: null,
      header_static: null,
    });
    expect((await ann.get('/api/v1/profile')).body).toEqual(changed.body);
    expect((await roost.anonymous.get('/api/v1/profile')).status).toBe(401);
    const narrow = ann.withToken(await roost.token(ann.id, ['read:statuses']));
    expect((await narrow.get('/api/v1/profile')).status).toBe(403);
    expect((await ann.patch('/api/v1/profile', { note: 'x'.repeat(501) })).status).toBe(422);
  });

  it('keeps what was not sent, and journals what changed', async () => {
    await update({ note: 'kept' });
    const before = await journalled(roost, 'account', ann.id);
    await update({ display_name: 'Ann' });
    await update({ display_name: 'Ann' });
    expect((await update({})).body).toMatchObject({ display_name: 'Ann', roost: { note: 'kept' } });
    expect(await journalled(roost, 'account', ann.id)).toEqual([...before, 'account.updated']);
    const { rows } = await roost.db.query<{ payload: unknown }>(
      `select p.payload from journal_entry e join journal_payload p using (seq) where e.subject_id = $1 order by seq desc limit 1`,
      [ann.id],
    );
    expect(rows[0]?.payload).toEqual({ display_name: { before: 'Ann Lee', after: 'Ann' } });
  });

  it('ignores what is not the owner’s to change', async () => {
    const answer = await update({
      role: 'administrator',
      state: 'active',
      kind: 'official',
      handle: 'boss',
      followers_count: 99,
      id: '1',
    });
    expect(answer.body).toMatchObject({ username: 'ann', followers_count: 0, roost: { role: 'member', official: false } });
  });

  it.each([
    [{ display_name: 'Max Power' }, 'display_name.like_staff'],
    [{ display_name: 'МАХ РOWER' }, 'display_name.like_staff'],
    [{ display_name: 'IT-Desk' }, 'display_name.like_staff'],
    [{ display_name: 'Ann\u202e' }, 'display_name.hidden_characters'],
    [{ display_name: 'x'.repeat(51) }, 'display_name.too_long'],
    [{ note: 'x'.repeat(501) }, 'profile.too_long'],
    [{ fields_attributes: [{ name: 'x'.repeat(51), value: 'y' }] }, 'profile.too_long'],
    [{ fields_attributes: Array.from({ length: 5 }, (_, n) => ({ name: `n${n}`, value: 'v' })) }, 'profile.too_many_fields'],
    [{ source: { privacy: 'everyone' } }, 'invalid'],
  ])('refuses %j', async (body, code) => {
    const answer = await update(body);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('may be called like one’s own staff self', async () => {
    const max = await roost.person({ handle: 'mia', role: 'moderator', displayName: 'Mia' });
    expect((await max.patch('/api/v1/accounts/update_credentials', { display_name: 'Max Power' })).status).toBe(200);
  });
});

describe('pictures of a profile', () => {
  const upload = async (field: string, bytes: Buffer, type = 'image/png') => {
    const form = new FormData();
    form.set(field, new Blob([new Uint8Array(bytes)], { type }), 'picture.png');
    return update(form);
  };

  it('are drawn anew at one size, served, replaced and removed', async () => {
    const first = await upload('avatar', png(30, 60, 'GPS 48.8566 2.3522'));
    expect(first.status).toBe(200);
    expect(first.body.roost.has_avatar).toBe(true);
    const served = await fetch(first.body.avatar);
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await served.arrayBuffer());
    expect(bytes.includes('GPS')).toBe(false);
    expect(pngSize(bytes)).toEqual({ width: 400, height: 400 });

    const header = await upload('header', png(300, 100));
    expect(pngSize(Buffer.from(await (await fetch(header.body.header)).arrayBuffer()))).toEqual({ width: 1500, height: 500 });

    const second = await upload('avatar', png(10, 10));
    expect(second.body.avatar).not.toBe(first.body.avatar);
    expect((await fetch(first.body.avatar)).status).toBe(404);

    const removed = await ann.delete<CredentialAccount>('/api/v1/profile/avatar');
    expect(removed.body.roost).toMatchObject({ has_avatar: false, has_header: true });
    expect((await fetch(second.body.avatar)).status).toBe(404);
    expect((await ann.delete<CredentialAccount>('/api/v1/profile/header')).body.roost.has_header).toBe(false);
    expect((await ann.delete<CredentialAccount>('/api/v1/profile/header')).status).toBe(200);
  });

  it.each([
    ['text', Buffer.from('hello')],
    [
      'a script as SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'),
    ],
    ['a picture cut off', png(200, 200).subarray(0, 60)],
    ['a claim of more pixels than are allowed', png(30_000, 30_000, '', true)],
  ])('refuses %s', async (_, bytes) => {
    const answer = await upload('avatar', bytes);
    expect([answer.status, answer.body.code]).toEqual([422, 'profile.bad_picture']);
    expect((await ann.get<CredentialAccount>('/api/v1/accounts/verify_credentials')).body.roost.has_avatar).toBe(false);
  });

  it('leave nothing behind when the rest of the form is refused', async () => {
    const count = async () =>
      (await roost.db.query<{ avatar_key: string | null }>('select avatar_key from account where id = $1', [ann.id])).rows[0];
    const form = new FormData();
    form.set('avatar', new Blob([new Uint8Array(png(20, 20))], { type: 'image/png' }), 'a.png');
    form.set('display_name', 'Max Power');
    expect((await update(form)).body.code).toBe('display_name.like_staff');
    expect(await count()).toEqual({ avatar_key: null });
    const kept = await update({ avatar: '' });
    expect(kept.status).toBe(200);
  });
});

describe('one’s own account', () => {
  it('answers to each of its two scopes and to no other', async () => {
    for (const [scopes, status] of [
      [['profile'], 200],
      [['read:accounts'], 200],
      [['read'], 200],
      [['read:statuses', 'write'], 403],
    ] as const) {
      const client = ann.withToken(await roost.token(ann.id, scopes));
      expect((await client.get('/api/v1/accounts/verify_credentials')).status).toBe(status);
    }
    expect((await roost.anonymous.get('/api/v1/accounts/verify_credentials')).status).toBe(401);
    const app = ann.withToken(await roost.token(null, ['read']));
    expect((await app.get<{ error: string }>('/api/v1/accounts/verify_credentials')).body.error).toBe(
      'This method requires an authenticated user',
    );
  });

  it('keeps the interface’s own choices, and refuses others', async () => {
    expect((await ann.web.get('/api/roost/v1/preferences')).body).toMatchObject({
      theme: 'system',
      density: 'normal',
      language: null,
    });
    const changed = await ann.web.patch('/api/roost/v1/preferences', {
      theme: 'dark',
      undo_seconds: 0,
      language: 'fr',
      colour: 'pink',
    });
    expect(changed.body).toMatchObject({ theme: 'dark', undo_seconds: 0, language: 'fr', density: 'normal' });
    expect(changed.body).not.toHaveProperty('colour');
    for (const wrong of [{ theme: 'pink' }, { undo_seconds: 31 }, { language: 'de' }])
      expect((await ann.web.patch('/api/roost/v1/preferences', wrong)).status).toBe(422);
    expect((await ann.web.get('/api/roost/v1/preferences')).body).toEqual(changed.body);
    expect((await ann.patch('/api/roost/v1/preferences', { theme: 'light' })).status).toBe(403);
  });
});

/** A grey PNG made by hand, with a text chunk where cameras put where the picture was taken. */
function png(width: number, height: number, text = '', claimOnly = false): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = claimOnly
    ? Buffer.alloc(100)
    : Buffer.alloc((width + 1) * height, 0).map((_, index) => (index % (width + 1) === 0 ? 0 : 128));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(text === '' ? [] : [chunk('tEXt', Buffer.from(`Comment\0${text}`))]),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

/** Size in a PNG's header. */
function pngSize(bytes: Buffer): { width: number; height: number } {
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
