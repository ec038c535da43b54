import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { loadSettings } from '../../config/settings.js';
import { newSecret } from '../secrets.js';
import { LocalStorage } from './local-storage.js';
import { storageKey } from './storage-key.js';

let folder: string;
let storage: LocalStorage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roost-storage-'));
  storage = new LocalStorage(
    loadSettings({ DATABASE_URL: 'postgres://none', ROOST_DATA_DIR: folder, ROOST_PUBLIC_URL: 'https://roost.example' }),
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function aKey(): string {
  return storageKey({ kind: 'posts', secret: newSecret(), rendition: 'original', contentType: 'image/jpeg' });
}

async function contentOf(key: string): Promise<string | null> {
  const file = await storage.read(key);
  return file && (await buffer(file.stream)).toString();
}

describe('LocalStorage', () => {
  it('gives back what was put, with its size', async () => {
    const key = aKey();
    await storage.put(key, Buffer.from('a picture'));
    expect(await contentOf(key)).toBe('a picture');
    const file = await storage.read(key);
    expect(file?.bytes).toBe(9);
    file?.stream.destroy();
  });

  it('spreads files over two levels of folders and leaves no drafts', async () => {
    await storage.put(aKey(), Buffer.from('one'));
    const [first] = await readdir(join(folder, 'media'));
    const [second] = await readdir(join(folder, 'media', String(first)));
    const files = await readdir(join(folder, 'media', String(first), String(second)));
    expect([first, second]).toEqual([expect.stringMatching(/^[0-9a-f]{2}$/), expect.stringMatching(/^[0-9a-f]{2}$/)]);
    expect(files).toEqual([expect.stringMatching(/-original\.jpg$/)]);
    expect((await stat(join(folder, 'media', String(first), String(second), String(files[0])))).mode & 0o007).toBe(0);
  });

  it('replaces a file as a whole', async () => {
    const key = aKey();
    await storage.put(key, Buffer.from('a long first version'));
    await storage.put(key, Buffer.from('short'));
    expect(await contentOf(key)).toBe('short');
  });

  it('copies under a second key that outlives the first', async () => {
    const [from, to] = [aKey(), aKey()];
    await storage.put(from, Buffer.from('kept'));
    await storage.copy(from, to);
    await storage.remove(from);
    expect(await contentOf(from)).toBeNull();
    expect(await contentOf(to)).toBe('kept');
  });

  it('finds nothing where nothing is, and removes it without complaint', async () => {
    const key = aKey();
    expect(await storage.read(key)).toBeNull();
    await expect(storage.remove(key)).resolves.toBeUndefined();
    await expect(storage.copy(key, aKey())).rejects.toThrow('ENOENT');
  });

  it('takes only keys of its own making', async () => {
    const secret = newSecret();
    for (const key of [
      '../../etc/passwd',
      `posts/../${secret}-original.jpg`,
      `posts/${secret}-original.svg`,
      `posts/short-original.jpg`,
      '',
    ])
      await expect(storage.read(key)).rejects.toThrow('not a storage key');
    expect(() => storageKey({ kind: 'posts', secret, rendition: 'original', contentType: 'image/svg+xml' })).toThrow(
      'not a storage key',
    );
  });

  it('serves files below the public address', () => {
    const key = aKey();
    expect(storage.url(key)).toBe(`https://roost.example/media/${key}`);
  });
});
