import { z } from 'zod';

/** A file of a multipart body, whole in memory: the limits are checked while it arrives. */
export class UploadedFile {
  constructor(
    readonly filename: string,
    readonly contentType: string,
    readonly bytes: Buffer,
  ) {}
}

/** A file of a multipart body that may be large: it was written to disk while it arrived, and goes when the request is answered. */
export class ReceivedFile {
  constructor(
    readonly filename: string,
    readonly contentType: string,
    readonly path: string,
    readonly bytes: number,
    /** Its first bytes, which say what it is. */
    readonly head: Buffer,
    readonly sha256: string,
  ) {}

  /** Two requests are the same when their files are. */
  toJSON(): object {
    return { filename: this.filename, contentType: this.contentType, sha256: this.sha256 };
  }
}

/** Schema of a file field. */
export const FileField = z.instanceof(UploadedFile, { error: 'send a file in a multipart form' });
/** Schema of the file field of a route with `@TakesLargeFile`. */
export const LargeFileField = z.instanceof(ReceivedFile, { error: 'send a file in a multipart form' });
