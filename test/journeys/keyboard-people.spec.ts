import { startRoost, until, type Roost } from '@roost/test-kit';
import type { Page } from '@playwright/test';
import { expect, PASSWORD, test } from './support/journey.js';
import { choose, command, press, tabTo, write } from './support/keys.js';
import { composer, live, pill, post } from './support/screen.js';

/* Nothing in this file is done with a pointer. */

async function fillPerson(page: Page, handle: string, name: string): Promise<void> {
  await write(page, page.getByLabel('Your name'), name);
  await write(page, page.getByLabel('Handle', { exact: true }), handle);
  await write(page, page.getByLabel('Work email'), `${handle}@company.example`);
  await write(page, page.getByLabel('Password', { exact: true }), PASSWORD);
  await page.keyboard.press('Enter');
}

async function signIn(page: Page, who: string): Promise<void> {
  await write(page, page.getByLabel('Work email or handle'), who);
  await write(page, page.getByLabel('Password', { exact: true }), PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/home$/);
}

function mailedLink(roost: Roost, email: string): Promise<string> {
  return until(async () => {
    const { rows } = await roost.db.query<{ body: string }>('select body from outbox_mail where recipient = $1', [email]);
    return rows.map(({ body }) => /\S*\/confirm#[\w-]+/.exec(body)?.[0]).find(Boolean);
  }, 15_000);
}

test('from the printed link to the second person: set-up, an invitation from the settings, sign-up, confirmation, sign-in', async ({
  browser,
}) => {
  const roost = await startRoost();
  try {
    const link = await until(() => roost.server.output().match(/http\S+\/set-up#[\w-]+/)?.[0]);
    const ada = await (await browser.newContext({ baseURL: roost.url })).newPage();
    await ada.goto(link);
    await fillPerson(ada, 'ada', 'Ada Lovelace');
    await expect(ada).toHaveURL(/\/home$/);
    await command(ada, 'People and door');
    await expect(ada).toHaveURL(/\/settings\/people$/);
    await press(ada, ada.getByRole('button', { name: 'Make a link' }), 'Space');
    const made = ada.getByRole('textbox', { name: 'Invitation link' });
    await tabTo(ada, made);
    const invitation = await made.inputValue();

    const eve = await (await browser.newContext({ baseURL: roost.url })).newPage();
    await eve.goto(invitation);
    await fillPerson(eve, 'eve', 'Eve');
    await expect(eve.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
    await eve.goto(await mailedLink(roost, 'eve@company.example'));
    await expect(eve.getByText('Your address is confirmed')).toBeVisible();
    await signIn(eve, 'eve');
    await Promise.all([ada, eve].map((page) => page.context().close()));
  } finally {
    await roost.stop();
  }
});

test('the settings end the other sessions, change the profile and turn the light off', async ({ person, browse }) => {
  const ann = await person('Ann');
  const other = await browse(ann, '/home');
  await live(other);
  const here = await browse(null, '/sign-in');
  await signIn(here, ann.handle);
  await command(here, 'Devices');
  await press(here, here.getByRole('button', { name: 'Sign out everywhere else' }));
  const question = here.getByRole('alertdialog', { name: 'Sign out everywhere else?' });
  await press(here, question.getByRole('button', { name: 'Sign out everywhere else' }));
  await expect(other).toHaveURL(/\/sign-in/, { timeout: 1_000 });
  await expect(here.getByRole('list').filter({ hasText: 'This device' }).getByRole('listitem')).toHaveCount(1);

  const sections = here.getByRole('navigation', { name: 'Sections of the settings' }).first();
  await press(here, sections.getByRole('link', { name: 'Profile' }));
  await expect(here).toHaveURL(/\/settings\/profile$/);
  await tabTo(here, here.getByLabel('Display name'));
  await here.keyboard.press('Control+A');
  await here.keyboard.type('Ann of the docks');
  await write(here, here.getByLabel('About you'), 'Docks, Lille. Early.');
  await press(here, here.getByRole('button', { name: 'Save', exact: true }));
  await expect(here.getByText('Saved', { exact: true }).first()).toBeVisible();
  await command(here, 'Appearance');
  await tabTo(here, here.getByRole('radio', { checked: true }).first());
  await command(here, 'Dark');
  await expect(here.locator('html')).toHaveAttribute('data-theme', 'dark');
  await command(here, 'Your profile');
  await expect(here.getByRole('heading', { level: 1, name: 'Ann of the docks' })).toBeVisible();
  await command(here, 'Sign out');
  await expect(here).toHaveURL(/\/sign-in/);
});

test('one follows, reads what arrives, edits, deletes, follows a tag, searches and reads notifications', async ({
  person,
  browse,
}) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const page = await browse(ben, '/home');
  await command(page, `@${ann.handle}`);
  await expect(page).toHaveURL(new RegExp(`/@${ann.handle}$`));
  await press(page, page.getByRole('button', { name: 'Follow Ann' }));
  await expect(page.getByRole('button', { name: /^(Following|Unfollow) Ann$/ })).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await live(page);

  const note = await ann.publishes('Soup of the day #Canteen');
  await expect(pill(page)).toBeVisible();
  await page.keyboard.press('.');
  await expect(post(page, 'Soup of the day')).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('I had the sallad');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-status]').filter({ hasText: 'sallad' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(post(page, 'sallad')).toBeFocused();
  await page.keyboard.press('m');
  await choose(page, 'Edit');
  const dialog = page.getByRole('dialog', { name: 'Edit the post' });
  await expect(composer(dialog)).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('I had the salad');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(post(page, 'the salad')).toContainText('edited');
  await expect(post(page, 'the salad')).toBeFocused();
  await page.keyboard.press('m');
  await choose(page, 'Delete');
  await expect(page.getByRole('article', { name: /^Deleted by you/ })).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('soup has:link OR #canteen');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?/);
  await expect(post(page, 'Soup of the day')).toBeVisible();
  await page.keyboard.press('g');
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue(/canteen/);
  await press(page, page.getByRole('checkbox', { name: /^Ann/ }), 'Space');
  await expect(page).toHaveURL(new RegExp(ann.handle));
  await press(page, post(page, 'Soup of the day').getByRole('link', { name: '#Canteen' }));
  await expect(page).toHaveURL(/\/tag\/Canteen$/);
  await press(page, page.getByRole('button', { name: 'Follow tag #Canteen' }));
  await expect(page.getByRole('button', { name: /^Following #Canteen/ })).toBeVisible();

  await ann.publishes(`@${ben.handle} Did you like it`, { in_reply_to_id: note.id });
  const bell = page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: /^Notifications/ });
  await expect(bell).toContainText('unread: 1');
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(post(page, 'Did you like it')).toBeVisible();
  await page.keyboard.press('j');
  await expect(post(page, 'Did you like it')).toBeFocused();
  await page.keyboard.press('r');
  await expect(composer(page.getByRole('dialog', { name: 'Reply to Ann' }))).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(post(page, 'Did you like it')).toBeFocused();
});
