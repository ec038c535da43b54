import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allows, type Scope, SCOPES } from '@roost/contracts';
import { Client, type Person, type Roost, startRoost } from '@roost/test-kit';
import { ROWS, type Row } from './rows.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Rows that ask for a scope, and the scope. The others ask who calls, which the matrix tries. */
const SCOPED = Object.entries(ROWS).flatMap(([route, row]): [string, Row, Scope][] =>
  (SCOPES as readonly string[]).includes(row.access) ? [[route, row, row.access as Scope]] : [],
);

describe('a token with a single scope', () => {
  let roost: Roost;
  let ada: Person;
  const clients = new Map<Scope, Client>();
  beforeAll(async () => {
    roost = await startRoost();
    // An administrator, so that where a role is asked for besides, only the scope decides.
    ada = await roost.person({ handle: 'ada', role: 'administrator' });
    for (const scope of SCOPES)
      clients.set(scope, new Client(roost.url, { authorization: `Bearer ${await roost.token(ada.id, [scope])}` }));
  });
  afterAll(() => roost.stop());

  it('is tried on enough routes to mean something', () => {
    expect(SCOPED.length).toBeGreaterThan(80);
    expect(SCOPES.length).toBeGreaterThan(25);
  });

  it.each(SCOPED)('%s asks for its scope and takes no other', async (route, row, wanted) => {
    const [method, pattern] = route.split(' ') as [Method, string];
    // Nothing has the id 1: who passes the door finds nothing, and nothing is changed.
    const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(row.path?.[name] ?? '1'));
    const answers = await Promise.all(
      [...clients].map(async ([scope, client]) => {
        if (row.stream) {
          const { status } = await client.call('HEAD', path);
          return { scope, status, refused: status === 403 };
        }
        const answer = await client.call<{ error?: string }>(method, path, method === 'GET' ? {} : { body: {} });
        return { scope, status: answer.status, refused: answer.body.error === 'This action is outside the authorized scopes' };
      }),
    );
    const wrong = answers.filter(({ scope, status, refused }) =>
      allows([scope], wanted) || (row.also !== undefined && allows([scope], row.also))
        ? refused || status === 401 || status >= 500
        : !refused || status !== 403,
    );
    expect(wrong).toEqual([]);
  });
});
