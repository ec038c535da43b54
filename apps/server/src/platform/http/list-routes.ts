import type { FastifyInstance } from 'fastify';

export interface ListedRoute {
  method: string;
  /** With parameters as in `/api/v1/accounts/:id`. */
  path: string;
}

/** Notes every route that is added from now on. Files and the HEAD that comes with every GET are left out. */
export function listRoutes(server: FastifyInstance): ListedRoute[] {
  const routes: ListedRoute[] = [];
  server.addHook('onRoute', ({ method, url, schema }) => {
    if (schema && 'hide' in schema && schema.hide === true) return;
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push({ method: one, path: url });
  });
  return routes;
}
