import { z } from 'zod';

/** A file of a multipart body, whole in memory: the limits are checked while it arrives. */
export class UploadedFile {
  constructor(
    readonly filename: string,
    readonly contentType: string,
    readonly bytes: Buffer,
  ) {}
}

/** Schema of a file field. */
export const FileField = z.instanceof(UploadedFile, { error: 'send a file in a multipart form' });
