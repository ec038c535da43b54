import type { Readable } from 'node:stream';

/** A stored file, opened for reading. Whoever asked for it reads the stream to its end or destroys it. */
export interface StoredFile {
  stream: Readable;
  bytes: number;
}

/**
 * Where files live. Keys are made by {@link storageKey}; they hold 256 random bits, because whoever knows the address may fetch the file.
 * A file never changes under its key, so every cache may keep it.
 */
export abstract class Storage {
  /** Returns when the file would survive a power cut. The same key again replaces the file as a whole. */
  abstract put(key: string, bytes: Buffer, contentType: string): Promise<void>;
  /** @returns null when there is no such file */
  abstract read(key: string): Promise<StoredFile | null>;
  /** The same bytes under a second key. @throws when there is nothing under `from` */
  abstract copy(from: string, to: string): Promise<void>;
  /** Removing what is not there is fine. */
  abstract remove(key: string): Promise<void>;
  /** The absolute address under which the file is served. */
  abstract url(key: string): string;
}
