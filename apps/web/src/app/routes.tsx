import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { loadState } from '../api/state.js';
import { loadTexts } from '../i18n/catalogues.js';
import { isLocale } from '../i18n/locales.js';
import { adoptState } from './adopt-state.js';
import { suggestLocale } from './common/look.js';
import { Root } from './root.js';
import { oneOf, text, trueOnly } from './search-params.js';

const rootRoute = createRootRoute({
  component: Root,
  beforeLoad: async ({ location }) => {
    const state = await loadState();
    await adoptState(state);
    if (state.setup && location.pathname !== '/set-up') throw redirect({ to: '/set-up', hash: location.hash });
    return { state };
  },
});

/* Before signing in ----------------------------------------------------------------------------------------------- */

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { next?: string; notice?: string } => ({
    next: text(search['next']),
    notice: text(search['notice']),
  }),
  beforeLoad: ({ context }) => {
    if (context.state.signed_in) throw redirect({ to: '/home' });
  },
}).lazy(() => import('../features/sign-in/sign-in.lazy.js').then((file) => file.Route));
const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  beforeLoad: () => loadTexts('entrance'),
}).lazy(() => import('../features/sign-up/sign-up.lazy.js').then((file) => file.Route));
const confirmRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm',
  beforeLoad: () => loadTexts('entrance'),
}).lazy(() => import('../features/sign-up/confirm.lazy.js').then((file) => file.Route));
const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset',
  beforeLoad: () => loadTexts('entrance'),
}).lazy(() => import('../features/sign-up/reset.lazy.js').then((file) => file.Route));
const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  beforeLoad: () => loadTexts('entrance'),
}).lazy(() => import('../features/set-up/set-up.lazy.js').then((file) => file.Route));

/** The address is OAuth's own; everything in its query belongs to the app that asks. */
const authorizeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/oauth/authorize',
  validateSearch: (search) => Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)])),
  beforeLoad: async ({ search }) => {
    const language = search['lang']?.slice(0, 2).toLowerCase();
    if (isLocale(language)) await suggestLocale(language);
    await loadTexts('entrance');
  },
}).lazy(() => import('../features/authorize/authorize.lazy.js').then((file) => file.Route));
/** The code of an app that has no address to be sent to. */
const authorizeCodeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/oauth/authorize/native',
  validateSearch: (search): { code?: string } => ({ code: text(search['code']) }),
  beforeLoad: () => loadTexts('entrance'),
}).lazy(() => import('../features/authorize/code.lazy.js').then((file) => file.Route));

/* The frame, for people who are signed in -------------------------------------------------------------------------- */

const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    if (!context.state.signed_in)
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } });
    await loadTexts('inside');
  },
}).lazy(() => import('./shell/shell.lazy.js').then((file) => file.Route));

const indexRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/home', replace: true });
  },
});

const homeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/home',
  validateSearch: (search): { feed?: 'company' } => ({ feed: oneOf(search['feed'], ['company']) }),
  loaderDeps: ({ search }) => ({ feed: search.feed }),
  loader: async ({ deps }) => {
    const { prefetchTimeline, settleAnnouncements } = await import('./prefetch.js');
    prefetchTimeline(deps.feed ?? 'home');
    await settleAnnouncements();
  },
}).lazy(() => import('../features/home/home.lazy.js').then((file) => file.Route));
const composeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/compose',
  validateSearch: (search): { reply?: string } => ({ reply: text(search['reply']) }),
}).lazy(() => import('../features/composer/compose.lazy.js').then((file) => file.Route));
const searchRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/search',
  validateSearch: (search): { q?: string; type?: 'posts' | 'people' | 'tags' } => ({
    q: text(search['q']),
    type: oneOf(search['type'], ['posts', 'people', 'tags']),
  }),
  beforeLoad: () => loadTexts('pages'),
}).lazy(() => import('../features/search/search.lazy.js').then((file) => file.Route));
const tagRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/tag/$tag',
  beforeLoad: () => loadTexts('pages'),
}).lazy(() => import('../features/tag/tag.lazy.js').then((file) => file.Route));
/** The address that tags have in the API. */
const tagsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/tags/$tag',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/tag/$tag', params, replace: true });
  },
});
const notificationsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/notifications',
  validateSearch: (search): { type?: 'mentions' } => ({ type: oneOf(search['type'], ['mentions']) }),
  beforeLoad: () => loadTexts('pages'),
}).lazy(() => import('../features/notifications/notifications.lazy.js').then((file) => file.Route));
const savedRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/saved',
  validateSearch: (search): { list?: 'likes' } => ({ list: oneOf(search['list'], ['likes']) }),
  beforeLoad: () => loadTexts('pages'),
}).lazy(() => import('../features/saved/saved.lazy.js').then((file) => file.Route));
const listsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/lists',
  beforeLoad: () => loadTexts('pages'),
}).lazy(() => import('../features/lists/lists.lazy.js').then((file) => file.Route));
const listRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/lists/$list',
  validateSearch: (search): { view?: 'members' } => ({ view: oneOf(search['view'], ['members']) }),
  beforeLoad: () => loadTexts('pages'),
}).lazy(() => import('../features/lists/list.lazy.js').then((file) => file.Route));
const settingsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/settings',
  beforeLoad: ({ location }) => {
    if (location.pathname === '/settings')
      throw redirect({ to: '/settings/$section', params: { section: 'profile' }, replace: true });
  },
});
const settingsSectionRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/$section',
  // What an app may do is said in the words of the page that asked for it.
  beforeLoad: ({ params }) => Promise.all([loadTexts('pages'), params.section === 'apps' ? loadTexts('entrance') : undefined]),
}).lazy(() => import('../features/settings/settings.lazy.js').then((file) => file.Route));
const profileRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/@{$handle}',
  validateSearch: (search): { tab?: 'replies' | 'media' | 'followers' | 'following' } => ({
    tab: oneOf(search['tab'], ['replies', 'media', 'followers', 'following']),
  }),
  beforeLoad: () => loadTexts('pages'),
  loader: ({ params }) => void import('./prefetch.js').then(({ prefetchProfile }) => prefetchProfile(params.handle)),
}).lazy(() => import('../features/profile/profile.lazy.js').then((file) => file.Route));
const threadRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/@{$handle}/$post',
  validateSearch: (search): { history?: true } => ({ history: trueOnly(search['history']) }),
  beforeLoad: () => loadTexts('pages'),
  loader: ({ params }) => void import('./prefetch.js').then(({ prefetchThread }) => prefetchThread(params.post)),
}).lazy(() => import('../features/thread/thread.lazy.js').then((file) => file.Route));

export const routeTree = rootRoute.addChildren([
  signInRoute,
  signUpRoute,
  confirmRoute,
  resetRoute,
  setUpRoute,
  authorizeRoute,
  authorizeCodeRoute,
  insideRoute.addChildren([
    indexRoute,
    homeRoute,
    composeRoute,
    searchRoute,
    tagRoute,
    tagsRoute,
    notificationsRoute,
    savedRoute,
    listsRoute,
    listRoute,
    settingsRoute.addChildren([settingsSectionRoute]),
    profileRoute,
    threadRoute,
  ]),
]);
