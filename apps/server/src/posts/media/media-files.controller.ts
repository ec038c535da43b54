import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/access/access.js';
import { NotFound } from '../../platform/errors.js';
import { readStorageKey } from '../../platform/storage/storage-key.js';
import { Storage } from '../../platform/storage/storage.js';
import { MediaReader } from './media.reader.js';

/** The files behind the addresses that {@link Storage} gives out. */
@Controller('media')
export class MediaFilesController {
  constructor(
    private readonly storage: Storage,
    private readonly media: MediaReader,
  ) {}

  @Get(':kind/:file')
  @Public('Apps and browsers fetch pictures without a token; the address holds 256 random bits')
  async file(@Param('kind') kind: string, @Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const key = `${kind}/${file}`;
    const parts = readStorageKey(key);
    if (!parts || (kind === 'posts' && !(await this.media.isServed(parts.secret)))) throw new NotFound();
    const stored = await this.storage.read(key);
    if (!stored) throw new NotFound();
    await reply
      .headers({
        'Content-Length': String(stored.bytes),
        // A file never changes under its address. Kept by the reader's own device only: a shared cache would outlive the post.
        'Cache-Control': 'private, max-age=31536000, immutable',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Content-Disposition': 'inline',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
      .type(parts.contentType)
      .send(stored.stream);
  }
}
