import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type CallOptions, type Client, type Person, type Roost, startRoost } from '@roost/test-kit';
import { ROWS, type Row } from '../authorization/rows.js';

/** The rules of the wire that hold for every route there is, tried on every one: a new route is tried the day it is added. */
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
interface Tried {
  route: string;
  method: Method;
  path: string;
  row: Row;
}

/** Answers that do not end are tried where they are built. */
const ENDLESS = /^GET \/api\/v1\/streaming\/(?!health)/;

const all: Tried[] = Object.entries(ROWS)
  .filter(([route]) => !ENDLESS.test(route))
  .map(([route, row]) => {
    const [method, pattern] = route.split(' ') as [Method, string];
    return { route, method, row, path: pattern.replaceAll(/:(\w+)/g, (_, name: string) => row.path?.[name] ?? '1') };
  });
/** What Mastodon's apps call: ours for the web client alone keep their own rules. */
const forApps = all.filter(({ path }) => /^\/(api|oauth)\//.test(path) && !path.startsWith('/api/roost/'));
// A stream has no end to wait for; its own tests look at what it sends.
const reads = all.filter(({ method, path, row }) => method === 'GET' && path !== '/metrics' && row.stream !== true);
const ENDS = new Set(['POST /oauth/revoke', 'DELETE /api/roost/v1/sessions/current', 'DELETE /api/roost/v1/sessions']);
const writes = all.filter(({ method, route }) => method !== 'GET' && !ENDS.has(route));

let roost: Roost;
let ann: Person;
let reader: Client;
beforeAll(async () => {
  roost = await startRoost();
  const { ada, ben } = await roost.cast();
  ann = ada;
  await ann.follows(ben);
  const status = await ann.publishes(`Hello @ben #dockswap`);
  await ben.done('POST', `/api/v1/statuses/${status.id}/favourite`);
  reader = ann.withToken(ann.token);
});
afterAll(() => roost.stop());

const clientFor = ({ row }: Tried): Client => (row.access === 'web' || row.access === 'administrator' ? ann.web : reader);
const call = (
  tried: Tried,
  options: CallOptions = {},
  path = tried.path,
  method: Method | 'HEAD' = tried.method,
): Promise<Answer> => clientFor(tried).call(method, path, { ...options, query: { ...tried.row.query, ...options.query } });

/** Every deviation at once: a rule that breaks usually breaks in many places. */
async function deviations(tried: readonly Tried[], look: (one: Tried) => Promise<string | null>): Promise<string[]> {
  const found: string[] = [];
  for (const one of tried) {
    const deviation = await look(one);
    if (deviation !== null) found.push(`${one.route}: ${deviation}`);
  }
  return found;
}

const isJson = (answer: Answer): boolean => (answer.headers.get('content-type') ?? '').startsWith('application/json');

function isError(answer: Answer): boolean {
  const body = answer.body as { error?: unknown } | null;
  return isJson(answer) && typeof body?.error === 'string' && body.error !== '';
}

describe('every answer', () => {
  it('is the same with a slash at the end of the address', async () => {
    const found = await deviations(reads, async (one) => {
      const [plain, slashed] = [await call(one), await call(one, {}, `${one.path}/`)];
      return plain.status === slashed.status ? null : `${plain.status}, with a slash ${slashed.status}`;
    });
    expect(found).toEqual([]);
  });

  it('has the same head when only the head is asked for', async () => {
    const found = await deviations(reads, async (one) => {
      const [whole, head] = [await call(one), await call(one, {}, one.path, 'HEAD')];
      const types = [whole, head].map((answer) => answer.headers.get('content-type'));
      return whole.status === head.status && head.body === null && types[0] === types[1]
        ? null
        : `${whole.status} ${types[0]}, its head ${head.status} ${types[1]}`;
    });
    expect(found).toEqual([]);
  });

  it('carries its limits, an id, and what other origins may read', async () => {
    const found = await deviations(forApps, async (one) => {
      const { headers } = await roost.anonymous.call(one.method, one.path);
      const limits = ['limit', 'remaining'].every((name) => /^\d+$/.test(headers.get(`x-ratelimit-${name}`) ?? ''));
      const reset = headers.get('x-ratelimit-reset') ?? '';
      if (!limits || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(reset)) return 'no limits';
      if (!headers.get('x-request-id') || !headers.get('date')) return 'no id or date';
      if (headers.get('access-control-allow-origin') !== '*') return 'closed to other origins';
      return /Link, X-RateLimit-Limit/.test(headers.get('access-control-expose-headers') ?? '') ? null : 'exposes nothing';
    });
    expect(found).toEqual([]);
  });

  it('may be asked for by other origins, and by none where our cookie counts', async () => {
    const preflight = { headers: { origin: 'https://elk.example', 'access-control-request-method': 'POST' } };
    const found = await deviations(all, async (one) => {
      const answer = await roost.anonymous.call('OPTIONS', one.path, preflight);
      const open = answer.status === 204 && answer.headers.get('access-control-allow-origin') === '*';
      const ours = one.path.startsWith('/api/roost/');
      if (ours) return answer.headers.get('access-control-allow-origin') === null ? null : 'open';
      return open || !/^\/(api|oauth|\.well-known|nodeinfo|media)\//.test(one.path) ? null : `closed: ${answer.status}`;
    });
    expect(found).toEqual([]);
  });

  it('writes times with milliseconds', async () => {
    const DAYS = /^(last_status_at)$/;
    const odd: string[] = [];
    const walk = (value: unknown, name: string, route: string): void => {
      if (Array.isArray(value)) for (const item of value) walk(item, name, route);
      else if (value !== null && typeof value === 'object')
        for (const [key, inner] of Object.entries(value)) walk(inner, key, route);
      else if (typeof value === 'string' && /_at$/.test(name)) {
        const form = DAYS.test(name) ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
        if (!form.test(value)) odd.push(`${route}: ${name} is ${value}`);
      }
    };
    for (const one of reads.filter(({ route }) => route !== 'GET /api/docs')) walk((await call(one)).body, '', one.route);
    expect(odd).toEqual([]);
  });
});

describe('nothing that is sent is answered with a failure of ours', () => {
  const CURSORS = ['', 'abc', '-1', '0', '1e9', '9'.repeat(40), '١٢', '1;drop', '%00', '\u0000'];

  it('whatever stands in place of a cursor or a limit', async () => {
    const found = await deviations(reads, async (one) => {
      const plain = await call(one);
      for (const odd of CURSORS) {
        const query = { max_id: odd, since_id: odd, min_id: odd, limit: odd, offset: odd };
        const answer = await call(one, { query });
        if (answer.status !== plain.status && answer.status >= 500) return `${JSON.stringify(odd)}: ${answer.status}`;
        if (plain.status === 200 && answer.status !== 200) return `${JSON.stringify(odd)}: ${answer.status} instead of 200`;
      }
      return null;
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['broken JSON', '{"a":', 'application/json', [400, 404]],
    ['JSON that is no object', '[1,2]', 'application/json', null],
    ['JSON that is nothing', 'null', 'application/json', null],
    ['a form without end', 'a[b][c]=%E0%A4%A', 'application/x-www-form-urlencoded', null],
    ['a multipart form without parts', '--x--', 'multipart/form-data; boundary=x', null],
    ['a multipart form without its boundary', 'nothing', 'multipart/form-data', null],
    ['something else', '<a/>', 'text/xml', [415]],
  ])('whatever stands in place of a body: %s', async (_, body, type, wanted) => {
    const found = await deviations(writes, async (one) => {
      const answer = await call(one, { body, headers: { 'content-type': type } });
      // A translator that is not there is a promise kept, not a failure.
      if (answer.status === 503 && one.route.endsWith('/translate') && isError(answer)) return null;
      if (answer.status >= 500) return String(answer.status);
      if (answer.status >= 400 && !isError(answer)) return `${answer.status} without words`;
      return wanted === null || wanted.includes(answer.status) ? null : `${answer.status} instead of ${wanted.join(' or ')}`;
    });
    expect(found).toEqual([]);
  });

  it('however much it is', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(300 * 1024) });
    const found = await deviations(writes, async (one) => {
      const answer = await call(one, { body, headers: { 'content-type': 'application/json' } });
      return answer.status === 413 && isError(answer) ? null : String(answer.status);
    });
    expect(found).toEqual([]);
  });
});

describe('what is not there', () => {
  it('is said in JSON, for an unknown address and an unknown method alike', async () => {
    const known = new Set(all.map(({ route }) => route));
    for (const one of forApps) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const pattern = one.route.split(' ')[1] ?? '';
        if (known.has(`${method} ${pattern}`)) continue;
        const answer = await reader.call(method, pattern.replaceAll(/:\w+/g, 'nothing'));
        if (answer.status === 404 || answer.status === 405)
          expect([one.route, method, isError(answer)]).toEqual([one.route, method, true]);
        else expect([one.route, method, answer.status < 500]).toEqual([one.route, method, true]);
      }
    }
    for (const path of [
      '/api/v1/nothing',
      '/api/nothing',
      '/api',
      '/oauth/nothing',
      '/nodeinfo/9.9',
      '/.well-known/nothing',
      '/media/nothing',
    ]) {
      const answer = await reader.get<{ error: string }>(path);
      expect([path, answer.status, isError(answer)]).toEqual([path, 404, true]);
      expect(answer.body.error).toBe('Record not found');
    }
  });
});
