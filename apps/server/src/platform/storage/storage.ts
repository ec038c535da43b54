import type { Readable } from 'node:stream';

/** A stored file, opened for reading. Whoever asked for it reads the stream to its end or destroys it. */
export interface StoredFile {
  stream: Readable;
  /** Of the whole file, also when only a part of it is read. */
  bytes: number;
}

/** The part of a file from byte `first` to `last`, both included. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * Where files live. Keys are made by {@link storageKey}; they hold 256 random bits, because whoever knows the address may fetch the file.
 * A file never changes under its key, so every cache may keep it.
 */
export abstract class Storage {
  /** Returns when the file would survive a power cut. The same key again replaces the file as a whole. */
  abstract put(key: string, bytes: Buffer, contentType: string): Promise<void>;
  /** As {@link put}, with the content of a file on this machine, which stays where it is. */
  abstract putFile(key: string, path: string, contentType: string): Promise<void>;
  /** Writes a copy to a file on this machine. @throws when there is nothing under the key */
  abstract fetch(key: string, path: string): Promise<void>;
  /**
   * @param part reads only a part, chosen once the size is known
   * @returns null when there is no such file
   */
  abstract read(key: string, part?: (bytes: number) => ByteRange | null): Promise<StoredFile | null>;
  /** The same bytes under a second key. @throws when there is nothing under `from` */
  abstract copy(from: string, to: string): Promise<void>;
  /** Removing what is not there is fine. */
  abstract remove(key: string): Promise<void>;
  /** The absolute address under which the file is served. */
  abstract url(key: string): string;
}
