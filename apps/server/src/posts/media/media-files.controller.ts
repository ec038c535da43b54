import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/access.js';
import { NotFound } from '../../platform/errors.js';
import { byteRange } from '../../platform/http/byte-range.js';
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
  @Public('Apps and browsers fetch files without a token; the address holds 256 random bits')
  async file(
    @Param('kind') kind: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = `${kind}/${file}`;
    const parts = readStorageKey(key);
    if (!parts || kind === 'uploads' || (kind === 'posts' && !(await this.media.isServed(parts.secret)))) throw new NotFound();
    let range: ReturnType<typeof byteRange> = null;
    const stored = await this.storage.read(key, (bytes) => {
      range = byteRange(request.headers.range, bytes);
      return range === 'unsatisfiable' ? null : range;
    });
    if (!stored) throw new NotFound();
    const { bytes, stream } = stored;
    void reply.headers({
      // A file never changes under its address. Kept by the reader's own device only: a shared cache would outlive the post.
      'Cache-Control': 'private, max-age=31536000, immutable',
      // Opened by itself a film plays; nothing else does anything.
      'Content-Security-Policy': "default-src 'none'; media-src 'self'; sandbox",
      'Content-Disposition': 'inline',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Accept-Ranges': 'bytes',
    });
    await answer(reply.type(parts.contentType), range, bytes, stream);
  }
}

/** Players ask for parts of a film; Safari plays nothing without them. */
async function answer(
  reply: FastifyReply,
  range: ReturnType<typeof byteRange>,
  bytes: number,
  stream: NodeJS.ReadableStream & { destroy(): void },
): Promise<void> {
  if (range === 'unsatisfiable') {
    stream.destroy();
    await reply.status(416).header('Content-Range', `bytes */${bytes}`).send('');
  } else if (range === null) {
    await reply.header('Content-Length', String(bytes)).send(stream);
  } else {
    await reply
      .status(206)
      .headers({
        'Content-Range': `bytes ${range.first}-${range.last}/${bytes}`,
        'Content-Length': String(range.last - range.first + 1),
      })
      .send(stream);
  }
}
