import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Roost, startRoost } from '@roost/test-kit';
import { expected } from '../authorization/expected.js';
import { ROWS, type Row } from '../authorization/rows.js';
import { type Encoding, encode, ENCODINGS } from './encode.js';
import { type Attempt, INPUTS } from './inputs.js';
import { MastodonDescription, shape } from './mastodon-description.js';
import { Stage } from './stage.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Answers that do not end: tested where they are built. */
const STREAMS = /\/api\/v1\/streaming/;

/** Routes whose promised answer is a refusal. */
const REFUSED = new Set([
  'GET /api/v1/instance/terms_of_service',
  'GET /.well-known/webfinger',
  'DELETE /api/v1/admin/accounts/:id',
  'POST /api/v1/statuses/:id/translate',
]);

/** What Mastodon describes and Roost has not, each for a reason. */
const ABSENT: RegExp[] = [
  // Of a later Mastodon than the version Roost says it is compatible with; apps look at that number first.
  /\/collections|\/in_collections|annual_reports|async_refreshes/,
  // Quotes: the API version that has them is not advertised.
  /\/quotes|interaction_policy/,
  // The web client's page, and what a closed network has not.
  /GET \/oauth\/authorize|oembed|terms_of_service\/:|email_subscriptions/,
];

/** Routes of Mastodon's API, whose addresses and shapes are not ours to choose. */
const WIRE = Object.entries(ROWS).filter(
  ([route]) => /^\w+ \/(api\/v\d|oauth|nodeinfo|\.well-known)/.test(route) && !STREAMS.test(route) && !REFUSED.has(route),
);

const description = MastodonDescription.read();
if (!description)
  process.stdout.write(
    'The description of Mastodon’s API is not beside this checkout; our own schemas are checked all the same.\n',
  );

describe('every route of the public API', () => {
  let roost: Roost;
  let stage: Stage;
  beforeAll(async () => {
    roost = await startRoost();
    stage = await Stage.set(roost);
  });
  afterAll(() => roost.stop());

  (description ? it : it.skip)('is there, as far as Mastodon describes it and a closed network has it', () => {
    const ours = new Set(Object.keys(ROWS).map(shape));
    const missing = (description?.routes ?? []).filter(
      (route) => !ours.has(route) && !ABSENT.some((absent) => absent.test(route)),
    );
    expect(missing).toEqual([]);
  });

  it.each(WIRE)('%s takes every encoding and answers as described', async (route, row) => {
    const [method] = route.split(' ') as [Method];
    const writes = method !== 'GET';
    const faults: string[] = [];
    const attempt = await prepare(route, row);
    for (const encoding of attempt.onlyMultipart ? (['multipart'] as const) : writes ? ENCODINGS : (['query'] as const)) {
      await stage.world.resetRelations();
      for (const fault of await call(route, row, encoding)) faults.push(`${encoding}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  const prepare = async (route: string, row: Row): Promise<Attempt> => {
    const made = await INPUTS[route]?.(stage);
    const attempt: Attempt = made ?? { fields: { ...row.query, ...row.body } as Attempt['fields'] & object };
    if (row.on === undefined || attempt.path?.id !== undefined) return { ...attempt, path: { ...row.path, ...attempt.path } };
    const state = (['own', 'other', 'private', 'deleted'] as const).find((one) => expected(row, 'member', one) === 'in') ?? 'own';
    return { ...attempt, path: { ...row.path, ...attempt.path, id: await stage.world.thing(row.on, state, 'member') } };
  };

  /** One call, and what is wrong with its answer. */
  const call = async (route: string, row: Row, encoding: Encoding): Promise<string[]> => {
    const [method, pattern] = route.split(' ') as [Method, string];
    const { path = {}, fields = {}, files = {}, as } = await prepare(route, row);
    const address = pattern.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
    const { search, body } = encode(fields, files, encoding);
    const client: Client = as ?? (row.access.startsWith('admin:') ? stage.ada : stage.ben);
    const answer = await client.call<unknown>(method, `${address}${search}`, body === undefined ? {} : { body });
    if (answer.status < 200 || answer.status > 299) return [`${answer.status} ${JSON.stringify(answer.body)}`];
    return [...wireFaults(answer.headers), ...(description?.faults(route, answer.status, answer.body) ?? [])];
  };
});

/** What section 1 of the specification promises of every answer. */
function wireFaults(headers: Headers): string[] {
  const wanted: [string, RegExp][] = [
    ['content-type', /^application\/(json|jrd\+json|xrd\+xml)/],
    ['access-control-allow-origin', /^\*$/],
    ['x-request-id', /./],
    ['x-ratelimit-limit', /^\d+$/],
    ['x-ratelimit-remaining', /^\d+$/],
    ['x-ratelimit-reset', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/],
    ['date', /GMT$/],
  ];
  return wanted
    .filter(([name, form]) => !form.test(headers.get(name) ?? ''))
    .map(([name]) => `${name}: ${headers.get(name) ?? 'missing'}`);
}
