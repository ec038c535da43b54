import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { NODE, type Roost, startRoost } from '@roost/test-kit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../apps/server/dist/src/cli.js', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../screens', import.meta.url));
const WANTED = process.env['SCREENS'] ?? '';

interface Screen {
  name: string;
  path: string;
  /** Brings the page into the state that is meant. */
  then?: (page: Page) => Promise<void>;
}

const looks = (['en', 'fr'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [1280, 390].map((width) => ({ language, theme, width }))),
);
/** What WCAG 1.4.12 wants to survive. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

const outside: Screen[] = [
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'sign-in-wrong',
    path: '/sign-in',
    then: async (page) => {
      await page.locator('input').first().fill('nobody@company.example');
      await page.locator('input[type=password]').fill('not the password');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  { name: 'sign-up', path: '/sign-up#invitation' },
  { name: 'reset', path: '/reset' },
  { name: 'reset-new', path: '/reset#secret' },
  { name: 'confirm', path: '/confirm#secret' },
];

async function insideScreens(page: Page): Promise<Screen[]> {
  const get = async <T>(path: string): Promise<T> => (await page.request.get(path)).json() as Promise<T>;
  interface Post {
    id: string;
    replies_count: number;
    account: { acct: string; roost: { official: boolean } };
    tags: { name: string }[];
  }
  const posts = await get<Post[]>('/api/v1/timelines/public?limit=40');
  const busiest = posts.reduce((best, post) => (post.replies_count > best.replies_count ? post : best));
  const official = posts.find((post) => post.account.roost.official)?.account.acct ?? busiest.account.acct;
  const tag = posts.flatMap((post) => post.tags)[0]?.name ?? 'tag';
  return [
    { name: 'home', path: '/home' },
    { name: 'home-company', path: '/home?feed=company' },
    {
      name: 'home-over-limit',
      path: '/home',
      then: async (shown) => {
        if ((shown.viewportSize()?.width ?? 0) <= 640) return;
        await shown
          .locator('textarea')
          .first()
          .fill('Everything that is said here takes more room than it should, again. '.repeat(3));
      },
    },
    {
      name: 'compose',
      path: '/compose',
      then: (shown) => shown.locator('textarea').first().fill('Dock 3 is free from 11:15 #Dock'),
    },
    { name: 'thread', path: `/@${busiest.account.acct}/${busiest.id}` },
    { name: 'profile', path: `/@${busiest.account.acct}` },
    { name: 'profile-media', path: `/@${busiest.account.acct}?tab=media` },
    { name: 'profile-followers', path: `/@${busiest.account.acct}?tab=followers` },
    { name: 'profile-official', path: `/@${official}` },
    { name: 'tag', path: `/tag/${tag}` },
    { name: 'search', path: '/search' },
    { name: 'search-found', path: `/search?q=${encodeURIComponent('-tag:kudos the OR le')}` },
    { name: 'search-wrong', path: `/search?q=${encodeURIComponent('form:ann dock')}` },
    { name: 'search-none', path: `/search?q=${encodeURIComponent(`from:${official} xylophone`)}` },
    { name: 'search-people', path: '/search?q=ma&type=people' },
    { name: 'search-tags', path: '/search?q=a&type=tags' },
    { name: 'notifications', path: '/notifications' },
    { name: 'saved', path: '/saved' },
    { name: 'saved-likes', path: '/saved?list=likes' },
    { name: 'lists', path: '/lists' },
    { name: 'not-found', path: '/nothing/here' },
    ...['profile', 'account', 'sessions', 'apps', 'appearance', 'language', 'hidden', 'filters', 'people'].map((section) => ({
      name: `settings-${section}`,
      path: `/settings/${section}`,
    })),
    { name: 'keyboard', path: '/home', then: (shown: Page) => shown.keyboard.press('?') },
    { name: 'palette', path: '/home', then: (shown: Page) => shown.keyboard.press('Control+k') },
  ];
}

async function take(page: Page, { name, path, then }: Screen, as: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await then?.(page);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  mkdirSync(FOLDER, { recursive: true });
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width = 1280, height = 900 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width, height: Math.min(Math.max(height, tall), 2600) });
  await page.screenshot({ path: `${FOLDER}/${name}-${as}.png` });
  await page.setViewportSize({ width, height });
}

async function takeAll(context: BrowserContext, screens: Screen[], choose: (look: (typeof looks)[number]) => Promise<void>) {
  const page = context.pages()[0] ?? (await context.newPage());
  const wanted = screens.filter(({ name }) => name.includes(WANTED));
  for (const look of looks) {
    await choose(look);
    await page.setViewportSize({ width: look.width, height: look.width === 390 ? 844 : 900 });
    for (const screen of wanted) await take(page, screen, `${look.language}-${look.theme}-${look.width}`);
  }
  await choose({ language: 'fr', theme: 'light', width: 320 });
  await page.setViewportSize({ width: 320, height: 640 });
  for (const screen of wanted)
    await take(
      page,
      {
        ...screen,
        then: async (shown) => {
          await shown.addStyleTag({ content: `:root { font-size: 200% } ${SPACING}` });
          await screen.then?.(shown);
        },
      },
      '320-large',
    );
}

async function demo(roost: Roost): Promise<string> {
  const child = spawn(NODE, [CLI, 'demo'], {
    env: {
      PATH: process.env['PATH'],
      ROOST_DATA_DIR: roost.server.dataDir,
      ROOST_TEST_MODE: '1',
      DATABASE_URL: roost.databaseUrl,
      DATABASE_OWNER_URL: roost.ownerUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [out] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return out;
}

test('every screen, in both themes and languages, wide, narrow, and narrow with large text', async ({ browser }) => {
  const roost = await startRoost();
  try {
    const empty = await browser.newContext({ baseURL: roost.url, bypassCSP: true, reducedMotion: 'reduce' });
    const first = await empty.newPage();
    await first.goto('/');
    await takeAll(empty, [{ name: 'set-up', path: '/set-up#secret' }], (look) => lookOutside(first, look));
    await empty.close();

    const printed = await demo(roost);
    const [, handle = '', password = ''] = /^ {2}(\w+) +(\S+)/m.exec(printed) ?? [];
    const context = await browser.newContext({ baseURL: roost.url, bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await takeAll(context, outside, (look) => lookOutside(page, look));
    await page.goto('/sign-in');
    await page.locator('input').first().fill(handle);
    await page.locator('input[type=password]').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/home');
    await takeAll(context, await insideScreens(page), async ({ theme, language }) => {
      await page.request.patch('/api/roost/v1/preferences', { data: { theme, language }, headers: { origin: roost.url } });
    });
  } finally {
    await roost.stop();
  }
});

/** Before somebody is known, the device remembers how it should look. */
async function lookOutside(page: Page, { theme, language }: (typeof looks)[number]): Promise<void> {
  await page.evaluate((look) => localStorage.setItem('roost.look', JSON.stringify(look)), { theme, language, density: 'normal' });
}
