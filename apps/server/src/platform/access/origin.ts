import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { isLocal, Settings } from '../../config/settings.js';
import { Forbidden } from '../errors.js';

export class ForeignOrigin extends Forbidden {
  override readonly code = 'foreign_origin';
  constructor() {
    super('This request came from another site');
  }
}

/** Decides whether a request was made by one of our own pages. */
@Injectable()
export class OriginPolicy {
  constructor(private readonly settings: Settings) {}

  /** @param required true when a request without any sign of its origin is refused: it carried our cookie */
  isOurs(request: { headers: IncomingHttpHeaders }, required: boolean): boolean {
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return false;
    if (origin === undefined) return !required || site === 'same-origin';
    return this.isOwnOrigin(origin);
  }

  /** Our public address, or on this machine any name it has. */
  isOwnOrigin(origin: string): boolean {
    if (origin === this.settings.publicUrl) return true;
    const url = URL.parse(origin);
    const own = new URL(this.settings.publicUrl);
    if (url === null || !isLocal(own.hostname) || !isLocal(url.hostname) || url.protocol !== own.protocol) return false;
    return url.port === own.port || this.settings.development; // the web client's own server in development
  }
}
