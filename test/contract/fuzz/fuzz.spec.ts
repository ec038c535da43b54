import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Person, type Roost, startRoost } from '@roost/test-kit';
import fc from 'fast-check';
import { encode, ENCODINGS, type Fields } from '../wire/encode.js';
import { fieldsOf, type Schema, segmentOf } from './inputs.js';

/** Calls of each operation; `npm run fuzz -- 2000` makes more of them. */
const CALLS = Number(process.env.ROOST_FUZZ_CALLS ?? 200);
/** Operations tried at once: the server is to be kept busy, not the runner waiting. */
const LANES = 8;

interface Operation {
  method: string;
  path: string;
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Document {
  paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>;
  components: { schemas: Record<string, Schema> };
}

/** Answers that do not end, and the one whose promised answer is that it cannot. */
const LEFT_OUT = [/^GET \/api\/v1\/streaming/, /^POST \/api\/v1\/statuses\/\{id\}\/translate$/];

describe('whatever a caller sends', () => {
  let roost: Roost;
  let document: Document;
  beforeAll(async () => {
    roost = await startRoost({ ROOST_LOG_LEVEL: 'error' });
    const reader = await roost.person({ handle: 'reader' });
    document = (await reader.get<Document>('/api/docs')).body;
  });
  afterAll(() => roost.stop());

  it(
    'no operation of the API fails by its own fault',
    async () => {
      const operations = Object.entries(document.paths)
        .flatMap(([path, methods]) =>
          Object.entries(methods).map(([method, operation]): Operation => ({ method: method.toUpperCase(), path, ...operation })),
        )
        .filter(({ method, path }) => !LEFT_OUT.some((left) => left.test(`${method} ${path}`)));
      expect(operations.length).toBeGreaterThan(100);
      const faults: string[] = [];
      let calls = 0;
      const lane = async (): Promise<void> => {
        for (let next = operations.shift(); next; next = operations.shift()) {
          const done = await batter(next);
          calls += done.calls;
          faults.push(...done.faults);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      process.stdout.write(`${calls} calls, ${faults.length} failures\n`);
      expect(faults).toEqual([]);
    },
    30 * 60_000,
  );

  let batch = 0;
  /** One operation, called over and over by people who are made for it, so that nothing it does spoils the next. */
  const batter = async (operation: Operation): Promise<{ calls: number; faults: string[] }> => {
    const number = batch++;
    const caller = await roost.person({ handle: `caller_${number}`, role: 'administrator' });
    const other = await roost.person({ handle: `other_${number}` });
    const post = await caller.publishes('Something to try things on #fuzz');
    const reply = await other.publishes(`@caller_${number} tries too`, { in_reply_to_id: post.id });
    const ids = [post.id, reply.id, other.id, caller.id, '1', 'fuzz'];
    const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema ?? {};
    const query: Schema = {
      properties: Object.fromEntries(
        (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => [one.name, one.schema ?? {}]),
      ),
    };
    const resolve = (ref: string): Schema => document.components.schemas[ref.split('/').at(-1) ?? ''] ?? {};
    const attempt = fc.record({
      segments: fc.array(segmentOf(ids), { minLength: 4, maxLength: 4 }),
      fields: operation.method === 'GET' ? fieldsOf(query, ids, resolve) : fieldsOf(body, ids, resolve),
      encoding: fc.constantFrom(...ENCODINGS),
      raw: fc.option(fc.constantFrom('{', '[]', '"text"', '{"a":', 'a=%', '--x\r\n', '\u0000'), { freq: 12 }),
      type: fc.constantFrom('application/json', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x'),
      key: fc.option(fc.constantFrom('a', 'b', ''), { freq: 8 }),
    });
    const faults: string[] = [];
    const samples = fc.sample(attempt, { numRuns: CALLS, seed: number + 1 });
    for (const { segments, fields, encoding, raw, type, key } of samples) {
      const client = await callerOf(operation, caller, other);
      let at = 0;
      const path = operation.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(safe(segments[at++] ?? '')) || '-');
      const headers: Record<string, string> = key === null ? {} : { 'idempotency-key': key };
      const { search, body: sent } = sendable(operation.method === 'GET' ? 'query' : encoding, fields);
      const answer = await client
        .call<unknown>(operation.method as 'GET', `${path}${search}`, {
          headers: raw === null || operation.method === 'GET' ? headers : { ...headers, 'content-type': type },
          ...(operation.method === 'GET' ? {} : { body: raw ?? sent }),
        })
        .catch((error: unknown) => ({ status: 599, body: unreadable(error) }));
      // A translator that is not there is a promise kept, not a fault.
      if (answer.status >= 500 && !operation.path.endsWith('/translate'))
        faults.push(
          `${operation.method} ${path}${search} ${encoding} ${JSON.stringify(raw ?? fields)}: ${answer.status} ${JSON.stringify(answer.body)}`,
        );
      if (faults.length > 3) break;
    }
    return { calls: samples.length, faults };
  };

  /** Our own pages call with a cookie; everybody else with a token. Who is signed out or suspended by a call comes back. */
  const callerOf = async (operation: Operation, caller: Person, other: Person): Promise<Client> => {
    if (ENDS.test(operation.path)) await bringBack([caller, other]);
    if (!operation.security) return roost.anonymous;
    return operation.security.some((one) => 'app' in one) ? caller : caller.web;
  };

  const bringBack = async (people: Person[]): Promise<void> => {
    const ids = people.map(({ id }) => id);
    await roost.db.query(`update account set state = 'active' where id = any($1)`, [ids]);
    await roost.db.query('update oauth_token set revoked_at = null where account_id = any($1)', [ids]);
    for (const { id, cookie } of people)
      await roost.db.query(
        `insert into session (token_hash, account_id, expires_at) values (sha256(convert_to($1, 'utf8')), $2, now() + interval '1 day') on conflict do nothing`,
        [cookie, id],
      );
  };
});

/** Operations after which somebody may no longer be let in. */
const ENDS = /sessions|suspend|admin\/accounts|role|oauth\/revoke|\/account$|connected|apps/;

function sendable(encoding: (typeof ENCODINGS)[number], fields: Record<string, unknown>): { search: string; body?: unknown } {
  try {
    return encode(fields as Fields, {}, encoding);
  } catch {
    // Half a surrogate pair cannot be written into an address; JSON can say it.
    return encode(fields as Fields, {}, 'json');
  }
}

function safe(segment: string): string {
  return segment.isWellFormed() ? segment : segment.toWellFormed();
}

/** An answer that cannot be read, such as one with more headers than a client takes, is a fault of ours too. */
function unreadable(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : 'the answer cannot be read';
}
