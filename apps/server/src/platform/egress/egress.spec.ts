import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadSettings } from '../../config/settings.js';
import { Egress, EgressRefused } from './egress.js';

const DATABASE_URL = 'postgres://roost@localhost/roost';
const egressWith = (env: Record<string, string>) => new Egress(loadSettings({ DATABASE_URL, ...env }));

describe('Egress', () => {
  let server: Server;
  let url: string;
  let heard = 0;
  beforeAll(async () => {
    server = createServer((request, answer) => {
      heard++;
      if (request.url === '/away') answer.writeHead(302, { location: `${url}/` }).end();
      else if (request.url === '/flood') {
        answer.on('error', () => undefined);
        for (let index = 0; index < 64; index++) answer.write(Buffer.alloc(64 * 1024, 'x'));
        answer.end();
      } else if (request.url === '/silence') return;
      else request.pipe(answer);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const test = egressWith({ ROOST_TEST_MODE: '1' });
  const post = (path: string) =>
    test.call(`${url}${path}`, { method: 'POST', headers: { 'x-test': '1' }, body: Buffer.from('hello') });

  it('calls, follows no redirect, and reads no endless answer', async () => {
    expect((await post('/')).body.toString()).toBe('hello');
    expect((await post('/away')).status).toBe(302);
    expect((await post('/flood')).body.length).toBe(64 * 1024);
  });

  it('gives up on a peer that never answers', async () => {
    await expect(post('/silence')).rejects.toThrow(/timeout|aborted/i);
  }, 20_000);

  it('outside of test mode calls neither http nor this machine nor private networks', async () => {
    const production = egressWith({});
    const before = heard;
    const port = new URL(url).port;
    for (const address of [
      url,
      `https://127.0.0.1:${port}/`,
      `https://localhost:${port}/`,
      `https://[::1]:${port}/`,
      `https://[::ffff:127.0.0.1]:${port}/`,
      `https://2130706433:${port}/`,
      `https://0x7f.1:${port}/`,
      'https://169.254.169.254/latest/meta-data',
      'https://10.0.0.1/',
      'ftp://example.com/',
      'https://user:password@example.com/',
      'nonsense',
    ])
      await expect(production.call(address, { method: 'GET', headers: {} })).rejects.toThrow(EgressRefused);
    expect(heard).toBe(before);
  });

  it('calls a private host that an administrator named, over https', async () => {
    const named = egressWith({ ROOST_EGRESS_ALLOW: 'localhost, 127.0.0.0/8' });
    const port = new URL(url).port;
    // The peer speaks no TLS: what fails is the conversation, not the permission.
    await expect(named.call(`https://localhost:${port}/`, { method: 'GET', headers: {} })).rejects.not.toThrow(EgressRefused);
    await expect(named.call(url, { method: 'GET', headers: {} })).rejects.toThrow(EgressRefused);
  });
});
