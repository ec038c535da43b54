import { NODE, type Roost } from '@roost/test-kit';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PRINT_ROUTES = fileURLToPath(new URL('../../apps/server/dist/src/print-routes.js', import.meta.url));

/** Every route of the built server as its router knows it: `GET /api/v1/accounts/:id`. */
export function routesOf(roost: Roost): string[] {
  const printed = execFileSync(NODE, [PRINT_ROUTES], {
    env: {
      DATABASE_URL: roost.databaseUrl,
      ROOST_TEST_MODE: '1',
      ROOST_ROLE: 'web',
      ROOST_LOG_LEVEL: 'silent',
      PATH: process.env.PATH,
    },
    encoding: 'utf8',
  });
  const routes = JSON.parse(printed) as { method: string; path: string }[];
  return routes.map(({ method, path }) => `${method} ${path}`).sort();
}
