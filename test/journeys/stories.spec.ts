import { NODE } from '@roost/test-kit';
import { expect, type Locator, type Page, test as base } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findings } from './support/axe.js';

const WEB = fileURLToPath(new URL('../../apps/web', import.meta.url));
const VITE = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));

/** The development server of the web client, for the page of stories that only it serves. */
const test = base.extend<{ stories: Page; story: (name: string) => Locator }, { server: string }>({
  server: [
    async ({ browserName: _ }, use) => {
      const server = spawn(NODE, [VITE, '--clearScreen', 'false', '--port', '5373'], {
        cwd: WEB,
        env: { PATH: process.env['PATH'] },
      });
      const address = await new Promise<string>((resolve, reject) => {
        let said = '';
        server.stdout.on('data', (piece: Buffer) => {
          said += piece.toString();
          const found = /http:\/\/localhost:\d+/u.exec(said)?.[0];
          if (found) resolve(found);
        });
        server.once('exit', () => reject(new Error(said)));
      });
      await use(address);
      server.kill();
      await once(server, 'exit');
    },
    { scope: 'worker' },
  ],
  stories: async ({ page, server }, use) => {
    await page.goto(`${server}/stories.html`);
    await expect(page.getByRole('heading', { level: 1, name: 'Stories' })).toBeVisible({ timeout: 60_000 });
    await use(page);
  },
  story: async ({ stories }, use) => {
    await use((name) => stories.getByRole('region', { name, exact: true }));
  },
});
// The first page has the server prepare every library.
test.describe.configure({ timeout: 120_000 });

test('every component stands in a story, and axe finds nothing in either theme', async ({ stories }) => {
  await expect(stories.getByRole('alert').filter({ hasText: 'Without a story' })).toHaveCount(0);
  expect(await findings(stories)).toEqual([]);
  for (const name of ['Open a dialog', 'Ask a question', 'More', /^Order/]) {
    await stories.getByRole('button', { name }).click();
    await expect(
      stories.getByRole(/^(Open|Ask)/u.test(String(name)) ? 'dialog' : 'menu').or(stories.getByRole('alertdialog')),
    ).toBeVisible();
    expect(await findings(stories, [{ width: 1280, height: 900 }])).toEqual([]);
    await stories.keyboard.press('Escape');
  }
});

test('buttons act on Enter and Space, and a busy one keeps its focus and does nothing', async ({ stories, story }) => {
  const there = story('Buttons');
  const said = there.getByRole('status');
  await there.getByRole('button', { name: 'primary' }).focus();
  await stories.keyboard.press('Enter');
  await stories.keyboard.press('Space');
  await expect(said).toHaveText('Pressed 2 times');
  await there.getByRole('button', { name: 'Busy' }).focus();
  await stories.keyboard.press('Enter');
  await expect(there.getByRole('button', { name: 'Busy' })).toBeFocused();
  await expect(said).toHaveText('Pressed 2 times');
  // What is disabled is no stop.
  await stories.keyboard.press('Tab');
  await expect(there.getByRole('button', { name: 'Load again' })).toBeFocused();
  await stories.keyboard.press('Enter');
  await expect(said).toHaveText('Pressed 3 times');
});

test('fields are named, told what is wrong, and chosen in by arrows and Space', async ({ stories, story }) => {
  const there = story('Fields');
  await there.getByLabel('Name').focus();
  await stories.keyboard.type('Ann');
  await expect(there.getByLabel('Name')).toHaveValue('Ann');
  await expect(there.getByLabel('Name')).toHaveAccessibleDescription('As others see it');
  await stories.keyboard.press('Tab');
  await expect(there.getByLabel('Address')).toBeFocused();
  await expect(there.getByLabel('Address')).toHaveAccessibleDescription('An address has something after the @');
  await stories.keyboard.press('Tab');
  const password = there.getByRole('textbox', { name: 'Password' });
  await expect(password).toBeFocused();
  await stories.keyboard.type('secret');
  await stories.keyboard.press('Tab');
  await stories.keyboard.press('Space');
  await expect(password).toHaveAttribute('type', 'text');
  await expect(password).toHaveValue('secret');
  await stories.keyboard.press('Tab');
  await expect(there.getByLabel('About you')).toBeFocused();
  await stories.keyboard.press('Tab');
  await stories.keyboard.press('F');
  await expect(there.getByLabel('Language')).toHaveValue('fr');
  await stories.keyboard.press('Tab');
  await stories.keyboard.press('Space');
  await expect(there.getByRole('checkbox', { name: 'Stay signed in' })).toBeChecked();
  await stories.keyboard.press('Tab');
  await stories.keyboard.press('Space');
  await expect(there.getByRole('switch', { name: 'Tell me' })).toBeChecked();
  await stories.keyboard.press('Tab');
  await expect(there.getByRole('radio', { name: 'Small' })).toBeFocused();
  await stories.keyboard.press('ArrowDown');
  await expect(there.getByRole('radio', { name: 'Large' })).toBeChecked();
});

test('tabs are one stop, and arrows, Home and End choose', async ({ stories, story }) => {
  const there = story('Tabs');
  const pills = there.getByRole('tablist', { name: 'pill' });
  const tab = (name: string) => pills.getByRole('tab', { name });
  await tab('first').focus();
  await stories.keyboard.press('ArrowRight');
  await expect(tab('second')).toBeFocused();
  await expect(there.getByRole('tabpanel')).toHaveText('The second panel');
  await stories.keyboard.press('End');
  await expect(tab('third')).toBeFocused();
  await stories.keyboard.press('ArrowRight');
  await expect(tab('first')).toHaveAttribute('aria-selected', 'true');
  await stories.keyboard.press('ArrowLeft');
  await stories.keyboard.press('Home');
  await expect(tab('first')).toBeFocused();
  await stories.keyboard.press('Tab');
  await expect(there.getByRole('tablist', { name: 'underline' }).getByRole('tab', { name: 'first' })).toBeFocused();
});

test('menus open, are walked and searched by keys, pass over what is disabled, and give the focus back', async ({
  stories,
  story,
}) => {
  const there = story('Menus');
  const more = there.getByRole('button', { name: 'More' });
  const said = there.getByRole('status');
  await more.focus();
  await stories.keyboard.press('Enter');
  await expect(stories.getByRole('menuitem', { name: 'Open' })).toBeFocused();
  await stories.keyboard.press('ArrowDown');
  await expect(stories.getByRole('menuitem', { name: 'Copy' })).toBeFocused();
  await stories.keyboard.press('ArrowDown');
  await expect(stories.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await stories.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(said).toHaveText('Chosen: nothing');
  await stories.keyboard.press('Space');
  await expect(stories.getByRole('menuitem', { name: 'Open' })).toBeFocused();
  await stories.keyboard.type('de');
  await stories.keyboard.press('Enter');
  await expect(said).toHaveText('Chosen: delete');
  await expect(more).toBeFocused();

  await stories.keyboard.press('Tab');
  await stories.keyboard.press('Enter');
  await expect(stories.getByRole('menuitemradio', { name: 'newest' })).toHaveAttribute('aria-checked', 'true');
  await expect(stories.getByRole('menuitemradio', { name: 'newest' })).toBeFocused();
  await stories.keyboard.press('ArrowDown');
  await stories.keyboard.press('Enter');
  await expect(there.getByText('Order: oldest')).toBeVisible();
});

test('dialogs take the focus, keep it and give it back; Escape is the careful answer', async ({ stories, story }) => {
  const there = story('Dialogs');
  const said = there.getByRole('status');
  const opener = there.getByRole('button', { name: 'Open a dialog' });
  await opener.focus();
  await stories.keyboard.press('Enter');
  const dialog = stories.getByRole('dialog', { name: 'A dialog' });
  await expect(dialog).toBeVisible();
  for (let presses = 0; presses < 5; presses += 1) {
    await stories.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await stories.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(said).toHaveText('Answer: closed');

  await stories.keyboard.press('Tab');
  await stories.keyboard.press('Enter');
  const question = stories.getByRole('alertdialog', { name: 'Delete it?' });
  await expect(question).toBeVisible();
  await stories.keyboard.press('Escape');
  await expect(said).toHaveText('Answer: kept');
  await stories.keyboard.press('Enter');
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Delete' }).focus();
  await stories.keyboard.press('Enter');
  await expect(said).toHaveText('Answer: deleted');
});

test('states lead on by a button, and marks are no stops', async ({ stories, story }) => {
  await story('States').getByRole('button', { name: 'Try again' }).focus();
  await expect(story('States').getByRole('group')).toContainText('Reference 4711');
  await expect(story('States').getByRole('status', { name: 'Loading' })).toBeAttached();
  await stories.keyboard.press('Tab');
  await expect(story('Marks').locator(':focus')).toHaveCount(0);
  await expect(story('Marks').getByText('unread: 99+')).toBeVisible();
});
