import { expect, PASSWORD, test } from './support/journey.js';
import { tabTo } from './support/keys.js';
import { composer, post } from './support/screen.js';

test('everything from signing in to answering goes without a mouse', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  await ann.publishes('First note');
  const cleo = await person('Cleo');
  await ben.follows(cleo);
  await cleo.publishes('Second note');

  const page = await browse(null, '/home');
  await tabTo(page, page.getByLabel('Work email or handle'));
  await page.keyboard.type(ben.handle);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/home$/);
  await expect(post(page, 'Second note')).toBeVisible();

  await page.keyboard.press('n');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('Typed, not clicked: jklbr');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-status]').filter({ hasText: 'Typed, not clicked: jklbr' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(composer(page)).not.toBeFocused();

  await page.keyboard.press('j');
  await expect(post(page, 'Typed, not clicked')).toBeFocused();
  await page.keyboard.press('j');
  await expect(post(page, 'Second note')).toBeFocused();
  await page.keyboard.press('j');
  await expect(post(page, 'First note')).toBeFocused();
  await page.keyboard.press('k');
  await expect(post(page, 'Second note')).toBeFocused();

  await page.keyboard.press('l');
  await expect(post(page, 'Second note').getByRole('button', { name: 'Like, 1' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('b');
  await expect(post(page, 'Second note').getByRole('button', { name: 'Boost, 1' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('s');
  await expect(post(page, 'Second note').getByRole('button', { name: 'Save' })).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Reply to Cleo' });
  await expect(composer(dialog)).toBeFocused();
  await page.keyboard.type('An answer by keys');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(post(page, 'Second note').getByRole('button', { name: 'Reply, 1' })).toBeVisible();

  await expect(post(page, 'Second note').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Thread', exact: true })).toBeVisible();
  await expect(post(page, 'An answer by keys')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/home$/);
  await expect(post(page, 'Second note').first()).toBeFocused();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(help.getByText('Go to Notifications')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/saved$/);
  await expect(post(page, 'Second note')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page).toHaveURL(/\/home$/);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search posts, people, tags' })).toBeFocused();
});

test('single keys do nothing while one types, and nothing at all when they are turned off', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  await ann.publishes('Leave me as I am');
  const page = await browse(ben, '/home');
  await expect(post(page, 'Leave me')).toBeVisible();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await tabTo(page, help.getByRole('checkbox', { name: 'Single keys on' }));
  const stored = page.waitForResponse((answer) => answer.url().endsWith('/preferences') && answer.request().method() === 'PATCH');
  await page.keyboard.press('Space');
  expect((await stored).ok()).toBe(true);
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await post(page, 'Leave me').focus();
  await page.keyboard.press('l');
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await expect(post(page, 'Leave me')).toBeFocused();
  await expect(help).toHaveCount(0);
  await page.reload();
  await expect(post(page, 'Leave me').getByRole('button', { name: 'Like', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await page.keyboard.press('n');
  await expect(composer(page)).not.toBeFocused();
});

test('the skip link leads past the navigation, and one Tab stop enters the list', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  for (const words of ['One', 'Two', 'Three']) await ann.publishes(`${words} of three`);
  const page = await browse(ben, '/home');
  await expect(post(page, 'Three of three')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
  await expect(page.getByRole('feed').locator('article[tabindex="0"]')).toHaveCount(1);
});

test('a sequence of keys goes where it says, with a post in focus and while a page still loads', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  await ann.publishes('Keep me as I am');
  const page = await browse(ben, '/home');
  await expect(post(page, 'Keep me')).toBeVisible();
  await page.keyboard.press('j');
  await expect(post(page, 'Keep me')).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/saved$/);
  expect((await ben.get<unknown[]>('/api/v1/bookmarks')).body).toEqual([]);

  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/v1/notifications?*', async (route) => {
    await released;
    await route.continue();
  });
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/saved$/);
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/notifications$/);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/saved$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Saved' })).toBeVisible();
  release();
});

test('the list of commands goes anywhere, finds people and tags, and does things', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ann.publishes('First of its kind #Kestrelwatch');
  const page = await browse(ben, '/home');
  await expect(composer(page)).toBeVisible();
  const field = page.getByRole('combobox', { name: 'Go to, do, or find somebody' });
  const open = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.type(typed);
  };
  const chosen = page.getByRole('option', { selected: true });

  await open('notif');
  await expect(chosen).toHaveText(/^Notifications/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/notifications$/);

  await open(ann.handle);
  await expect(page.getByRole('option', { name: new RegExp(`@${ann.handle}$`) })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toContainText(`@${ann.handle}`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/@${ann.handle}$`));

  await open('kestrelw');
  await expect(page.getByRole('option', { name: 'Kestrelwatch' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tag\/Kestrelwatch$/);

  await open('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await open('somewhere else');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=somewhere\+else$/);

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await open('new post');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
});

test('keys show where they act, and are gone where they are turned off', async ({ person, browse }) => {
  const ann = await person('Ann');
  await ann.publishes('Look at the tips');
  const page = await browse(ann, '/home');
  const home = page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: 'Home', exact: true });
  await expect(home).toHaveAttribute('title', 'Home (G H)');
  const reply = post(page, 'Look at the tips').getByRole('button', { name: 'Reply' });
  await expect(reply).toHaveAttribute('title', 'Reply (R)');
  const chosen = page.getByRole('option', { selected: true });
  await page.keyboard.press('Control+k');
  // Typed before the list is there, the words are still meant for it.
  await page.keyboard.type('single keys off');
  await expect(chosen).toHaveText('Turn single keys off');
  await page.keyboard.press('Enter');
  await expect(home).not.toHaveAttribute('title');
  await page.reload();
  await expect(reply).toHaveAttribute('title', 'Reply');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('single keys on');
  await expect(chosen).toHaveText('Turn single keys on');
  await page.keyboard.press('Enter');
  await expect(home).toHaveAttribute('title', 'Home (G H)');
});
