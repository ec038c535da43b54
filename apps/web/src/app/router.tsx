import { createRouter, parseSearchWith, stringifySearchWith } from '@tanstack/react-router';
import { rememberFocus } from './focus-memory.js';
import { LoadError } from './load-error.js';
import { NotFound } from './not-found.js';
import { routeTree } from './routes.js';

export const router = createRouter({
  routeTree,
  // Values stay as they were typed: read as JSON, an app's `state` of 1e5 would come back to it as 100000.
  parseSearch: parseSearchWith((text) => text),
  stringifySearch: stringifySearchWith(String),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPreloadDelay: 80,
  defaultPreloadStaleTime: 0,
  pathParamsAllowedCharacters: ['@'],
  defaultErrorComponent: LoadError,
  defaultNotFoundComponent: NotFound,
});

rememberFocus(router);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
