import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Roost, startRoost } from '@roost/test-kit';
import { routesOf } from '../routes.js';
import { type Expected, expected } from './expected.js';
import { ROWS, type Row } from './rows.js';
import { PRINCIPALS, type Principal, type State, STATES, World } from './world.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

describe('the authorization matrix', () => {
  let roost: Roost;
  let world: World;
  beforeAll(async () => {
    roost = await startRoost();
    world = await World.make(roost);
  });
  afterAll(() => roost.stop());

  it('has a row for every route, and none for a route that does not exist', () => {
    expect(Object.keys(ROWS).sort()).toEqual(routesOf(roost));
  });

  it.each(Object.entries(ROWS))('%s', async (route, row) => {
    await world.resetRelations();
    const deviations: string[] = [];
    for (const principal of PRINCIPALS) {
      for (const state of row.on === undefined ? [null] : STATES) {
        const answer = await call(route, row, principal, state);
        const wanted = expected(row, principal, state);
        if (!matches(answer, wanted, row))
          deviations.push(`${principal}, ${state ?? 'no object'}: ${answer} instead of ${wanted}`);
      }
    }
    expect(deviations).toEqual([]);
  });

  const call = async (route: string, row: Row, principal: Principal, state: State | null): Promise<number> => {
    const [method, pattern] = route.split(' ') as [Method, string];
    const id = state === null || row.on === undefined ? '' : await world.thing(row.on, state, principal);
    const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) =>
      name === 'id' && id !== '' ? id : encodeURIComponent(row.path?.[name] ?? ''),
    );
    const web = row.access === 'web' || row.access === 'administrator';
    const client = world.client(principal, web);
    const answer = await client.call(row.stream ? 'HEAD' : method, path, {
      ...(row.query ? { query: row.query } : {}),
      ...(method === 'GET' ? {} : { body: row.body ?? {} }),
    });
    if (ENDS_SESSIONS.has(route)) await world.signInAgain();
    return answer.status;
  };
});

const ENDS_SESSIONS = new Set(['DELETE /api/roost/v1/sessions', 'DELETE /api/roost/v1/sessions/current', 'POST /oauth/revoke']);

/** `in` means that every check of who may was passed; what the call then makes of its empty input is another test's business. */
function matches(status: number, wanted: Expected, row: Row): boolean {
  if (wanted !== 'in') return status === wanted;
  if (row.off) return status === 503;
  if (status >= 500) return false;
  // A public route may still refuse what it was given, such as a secret that is wrong; one that asks who calls may not.
  return row.access === 'public' || (status !== 401 && status !== 403 && (row.on === undefined || status !== 404));
}
