import { Injectable } from '@nestjs/common';
import { lookup } from 'node:dns/promises';
import { type ClientRequest, type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLocal, Settings } from '../../config/settings.js';
import { AddressRules, isLoopback } from './address-rules.js';

const TIMEOUT_MS = 10_000;
/** As much of an answer as anybody reads; the rest is left. */
const ANSWER_BYTES = 64 * 1024;

export interface EgressRequest {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: Buffer;
}

export interface EgressAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Roost does not call this address: asking again changes nothing. */
export class EgressRefused extends Error {}

/**
 * The only way out. It calls public addresses over https, and private ones that an administrator named. The name is resolved once,
 * every address is checked, and the connection goes to the checked address, so that no later answer of a name server leads
 * elsewhere. Redirects are answers, not followed.
 */
@Injectable()
export class Egress {
  private readonly rules: AddressRules;

  constructor(private readonly settings: Settings) {
    this.rules = new AddressRules(settings.egressAllow);
  }

  /** True for an address whose form alone does not rule it out. */
  isCallable(address: string): boolean {
    const url = URL.parse(address);
    if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false;
    const host = hostOf(url);
    if (url.protocol !== 'https:' && !(this.settings.testMode && url.protocol === 'http:' && isLocal(url.hostname))) return false;
    return isIP(host) === 0 ? /^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/.test(host) : this.mayCall(url, host);
  }

  /** @throws EgressRefused, or the error of the network: the peer is away, or takes too long */
  async call(address: string, { method, headers, body }: EgressRequest): Promise<EgressAnswer> {
    const url = URL.parse(address);
    if (url === null || !this.isCallable(address)) throw new EgressRefused('Roost calls https addresses only');
    const host = hostOf(url);
    const found = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host, family: isIP(host) }];
    const target = found[0];
    if (!target || !found.every((one) => this.mayCall(url, one.address)))
      throw new EgressRefused(`${host} is no public address; ROOST_EGRESS_ALLOW names those that may be called all the same`);
    const checked: LookupFunction = (_, options, done) =>
      options.all ? done(null, [target]) : done(null, target.address, target.family);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const options = { method, headers, lookup: checked, agent: false, signal } as const;
    const request = url.protocol === 'https:' ? secureRequest(url, options) : plainRequest(url, options);
    return answerOf(request, body);
  }

  private mayCall(url: URL, address: string): boolean {
    if (this.settings.testMode && isLoopback(address)) return true;
    return url.protocol === 'https:' && this.rules.mayCall(hostOf(url), address);
  }
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

function answerOf(request: ClientRequest, body: Buffer | undefined): Promise<EgressAnswer> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      const done = (): void =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).subarray(0, ANSWER_BYTES),
        });
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes <= ANSWER_BYTES) return;
        done();
        request.destroy();
      });
      answer.on('end', done);
      answer.on('error', reject);
    });
    request.end(body);
  });
}
