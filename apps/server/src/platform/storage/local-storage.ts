import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Settings } from '../../config/settings.js';
import { readStorageKey } from './storage-key.js';
import { type ByteRange, Storage, type StoredFile } from './storage.js';

/** Files in the data folder, spread over two levels of folders. A file is there whole or not at all. */
@Injectable()
export class LocalStorage extends Storage {
  private readonly root: string;

  constructor(private readonly settings: Settings) {
    super();
    this.root = resolve(settings.dataDir, 'media');
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    await this.place(key, async (file) => file.writeFile(bytes));
  }

  async copy(from: string, to: string): Promise<void> {
    const source = this.pathOf(from);
    await this.place(to, async (_, draft) => copyFile(source, draft, constants.COPYFILE_FICLONE));
  }

  async putFile(key: string, path: string): Promise<void> {
    await this.place(key, async (_, draft) => copyFile(path, draft, constants.COPYFILE_FICLONE));
  }

  async fetch(key: string, path: string): Promise<void> {
    await copyFile(this.pathOf(key), path, constants.COPYFILE_FICLONE);
  }

  async read(key: string, part?: (bytes: number) => ByteRange | null): Promise<StoredFile | null> {
    let file: FileHandle;
    try {
      file = await open(this.pathOf(key), 'r');
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
    const { size } = await file.stat();
    const range = part?.(size);
    return { stream: file.createReadStream(range ? { start: range.first, end: range.last } : {}), bytes: size };
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  url(key: string): string {
    return `${this.settings.publicUrl}/media/${key}`;
  }

  /** Written beside its place, flushed, then renamed into it; the folder is flushed too, or the name could be lost with the power. */
  private async place(key: string, fill: (file: FileHandle, draft: string) => Promise<void>): Promise<void> {
    const path = this.pathOf(key);
    const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
    await mkdir(dirname(path), { recursive: true });
    try {
      const file = await open(draft, 'wx', 0o640);
      try {
        await fill(file, draft);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await flushFolder(dirname(path));
  }

  private pathOf(key: string): string {
    if (readStorageKey(key) === null) throw new Error('not a storage key');
    const spread = createHash('sha256').update(key).digest('hex');
    return join(this.root, spread.slice(0, 2), spread.slice(2, 4), basename(key));
  }
}

async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // no such thing there
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
