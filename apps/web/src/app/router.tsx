import { createRouter } from '@tanstack/react-router';
import { rememberFocus } from './focus-memory.js';
import { LoadError } from './load-error.js';
import { NotFound } from './not-found.js';
import { routeTree } from './routes.js';

export const router = createRouter({
  routeTree,
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
