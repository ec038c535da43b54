import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it came in. */
interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A phone: it holds the keys of its subscription and reads what was encrypted for it. */
export class Phone {
  private readonly ecdh = createECDH('prime256v1');
  private readonly secret = randomBytes(16);

  constructor() {
    this.ecdh.generateKeys();
  }

  get keys(): { p256dh: string; auth: string } {
    return { p256dh: this.ecdh.getPublicKey('base64url'), auth: this.secret.toString('base64url') };
  }

  /** Decrypts by RFC 8291 or by the draft before it, as the message says. @throws when it is not for this phone */
  read({ headers, body }: Received): Record<string, unknown> {
    const text = headers['content-encoding'] === 'aes128gcm' ? this.readStandard(body) : this.readDraft(headers, body);
    return JSON.parse(text) as Record<string, unknown>;
  }

  private readStandard(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const length = body.readUInt8(20);
    const sender = body.subarray(21, 21 + length);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.ecdh.getPublicKey(), sender]);
    const ikm = derive(this.ecdh.computeSecret(sender), this.secret, info, 32);
    const key = derive(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = derive(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const padded = decrypt(key, nonce, body.subarray(21 + length));
    return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
  }

  private readDraft(headers: IncomingHttpHeaders, body: Buffer): string {
    const salt = Buffer.from(parameter(headers.encryption, 'salt'), 'base64url');
    const sender = Buffer.from(parameter(headers['crypto-key'], 'dh'), 'base64url');
    const receiver = this.ecdh.getPublicKey();
    const context = Buffer.concat([Buffer.from('P-256\0'), counted(receiver), counted(sender)]);
    const ikm = derive(this.ecdh.computeSecret(sender), this.secret, Buffer.from('Content-Encoding: auth\0'), 32);
    const key = derive(ikm, salt, Buffer.concat([Buffer.from('Content-Encoding: aesgcm\0'), context]), 16);
    const nonce = derive(ikm, salt, Buffer.concat([Buffer.from('Content-Encoding: nonce\0'), context]), 12);
    const padded = decrypt(key, nonce, body);
    return padded.subarray(2 + padded.readUInt16BE(0)).toString('utf8');
  }
}

/** A push service of the test's own, on this machine. */
export class PushService {
  readonly received: Received[] = [];
  /** What it answers next; 201 when nothing is left. */
  readonly answers: number[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<PushService> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const service = new PushService(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, answer) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        service.received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) });
        answer.writeHead(service.answers.shift() ?? 201, { location: `${service.url}/elsewhere` }).end();
      });
    });
    return service;
  }

  /** Messages for one endpoint. */
  at(path: string): Received[] {
    return this.received.filter((message) => message.path === path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** Checks who sent a message, as a push service does by RFC 8292. @returns the claims @throws when the signature is wrong */
export function senderOf({ headers }: Received, publicKey: string): Record<string, unknown> {
  const { authorization = '' } = headers;
  const [token, shown] =
    headers['content-encoding'] === 'aes128gcm'
      ? [/t=([^,\s]+)/.exec(authorization)?.[1], /k=([^,\s]+)/.exec(authorization)?.[1]]
      : [/^WebPush (.+)$/.exec(authorization)?.[1], parameter(headers['crypto-key'], 'p256ecdsa')];
  if (shown !== publicKey) throw new Error('signed by another key');
  const [head = '', claims = '', signature = ''] = (token ?? '').split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const key = createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') },
    format: 'jwk',
  });
  const proof = Buffer.from(signature, 'base64url');
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), { key, dsaEncoding: 'ieee-p1363' }, proof))
    throw new Error('wrong signature');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
}

function parameter(header: string | string[] | undefined, name: string): string {
  return new RegExp(`(?:^|[;,])\\s*${name}=([^;,]+)`).exec(String(header))?.[1] ?? '';
}

function counted(value: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([length, value]);
}

function derive(ikm: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', ikm, salt, info, length));
}

function decrypt(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}
