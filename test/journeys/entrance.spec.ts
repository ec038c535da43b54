import { startRoost, until, type Roost } from '@roost/test-kit';
import type { Page } from '@playwright/test';
import { expect, PASSWORD, test } from './support/journey.js';
import { live } from './support/screen.js';

async function fillPerson(page: Page, handle: string, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Handle', { exact: true }).fill(handle);
  await page.getByLabel('Work email').fill(`${handle}@company.example`);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
}

async function signIn(page: Page, who: string, password: string): Promise<void> {
  await page.getByLabel('Work email or handle').fill(who);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The link in the newest mail to this address about this page. */
function mailedLink(roost: Roost, email: string, page: string): Promise<string> {
  return until(async () => {
    const { rows } = await roost.db.query<{ body: string }>(
      'select body from outbox_mail where recipient = $1 order by id desc',
      [email],
    );
    return rows.map(({ body }) => body.match(new RegExp(`\\S*/${page}#[\\w-]+`))?.[0]).find(Boolean);
  }, 15_000);
}

test('a new Roost: the printed link makes the first administrator, an invitation brings in the second person', async ({
  browser,
}) => {
  const roost = await startRoost();
  try {
    const link = await until(() => roost.server.output().match(/http\S+\/set-up#[\w-]+/)?.[0]);
    const ada = await (await browser.newContext({ baseURL: roost.url })).newPage();
    await ada.goto('/');
    await expect(ada).toHaveURL(/\/set-up$/);
    await expect(ada.getByText('Open the one-time link')).toBeVisible();

    await ada.goto(link);
    await ada.reload();
    await fillPerson(ada, 'ada', 'Ada Lovelace');
    await ada.getByRole('button', { name: 'Make the administrator' }).click();
    await expect(ada).toHaveURL(/\/home$/);
    await expect(ada.getByRole('navigation', { name: 'Main', exact: true })).toContainText('@ada');

    const eve = await (await browser.newContext({ baseURL: roost.url })).newPage();
    await eve.goto(link);
    await expect(eve.getByText('This Roost has an administrator already')).toBeVisible();
    await eve.goto('/sign-up');
    await expect(eve.getByText('Nobody can sign up here by themselves')).toBeVisible();
    await expect(eve.getByRole('button', { name: 'Make the account' })).toHaveCount(0);

    await ada.goto('/settings/people');
    await ada.getByRole('button', { name: 'Make a link' }).click();
    const url = await ada.getByRole('textbox', { name: 'Invitation link' }).inputValue();
    await eve.goto(url);
    await eve.reload();
    await fillPerson(eve, 'eve', 'Eve');
    await eve.getByRole('button', { name: 'Make the account' }).click();
    await expect(eve.getByRole('heading', { name: 'Check your mail' })).toBeVisible();

    await eve.getByRole('link', { name: 'To the sign-in page' }).click();
    await signIn(eve, 'eve', PASSWORD);
    await expect(eve.getByRole('alert')).toContainText('Confirm your address first');

    await eve.goto(await mailedLink(roost, 'eve@company.example', 'confirm'));
    await expect(eve.getByText('Your address is confirmed')).toBeVisible();
    await signIn(eve, 'eve', PASSWORD);
    await expect(eve).toHaveURL(/\/home$/);

    const second = await (await browser.newContext({ baseURL: roost.url })).newPage();
    await second.goto(url);
    await fillPerson(second, 'mallory', 'Mallory');
    await second.getByRole('button', { name: 'Make the account' }).click();
    await expect(second.getByText('This invitation cannot be used')).toBeVisible();
    await Promise.all([ada, eve, second].map((page) => page.context().close()));
  } finally {
    await roost.stop();
  }
});

test('a wrong password says so without telling who exists, and keeps what was typed', async ({ person, browse }) => {
  const ann = await person('Ann');
  const page = await browse(null, '/home');
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, ann.email, 'not the password');
  await expect(page.getByRole('alert')).toHaveText('The address or the password is not right.');
  await expect(page.getByLabel('Work email or handle')).toHaveValue(ann.email);
  await signIn(page, 'nobody@company.example', 'not the password');
  await expect(page.getByRole('alert')).toHaveText('The address or the password is not right.');
  await signIn(page, ann.handle, PASSWORD);
  await expect(page).toHaveURL(/\/home$/);
});

test('a forgotten password is replaced by mail, which signs the other browser out', async ({ roost, person, browse }) => {
  const ann = await person('Ann');
  const other = await browse(ann, '/home');
  await live(other);
  const page = await browse(null, '/sign-in');
  await page.getByRole('link', { name: 'Forgotten' }).click();
  // The page before has a field whose name begins alike.
  await page.getByLabel('Work email', { exact: true }).fill(ann.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('If this address belongs to an account')).toBeVisible();

  const link = await mailedLink(roost, ann.email, 'reset');
  await page.goto(link);
  await page.reload();
  await page.getByRole('textbox', { name: 'New password' }).fill('a longer and better one');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await expect(page.getByText('Your new password is set')).toBeVisible();
  await expect(other).toHaveURL(/\/sign-in/, { timeout: 2_000 });

  await signIn(page, ann.email, PASSWORD);
  await expect(page.getByRole('alert')).toBeVisible();
  await signIn(page, ann.email, 'a longer and better one');
  await expect(page).toHaveURL(/\/home$/);

  const used = await browse(null, link);
  await used.getByRole('textbox', { name: 'New password' }).fill('yet another good one');
  await used.getByRole('button', { name: 'Save the password' }).click();
  await expect(used.getByRole('alert')).toContainText('This link has expired or was used before');
});

test('ending the other sessions signs the other browser out within a second', async ({ person, browse }) => {
  const ann = await person('Ann');
  const other = await browse(ann, '/home');
  await live(other);
  const here = await browse(null, '/sign-in');
  await signIn(here, ann.handle, PASSWORD);
  await expect(here).toHaveURL(/\/home$/);
  await here.goto('/settings/sessions');
  await here.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await here.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(other).toHaveURL(/\/sign-in/, { timeout: 1_000 });
  await here.reload();
  await expect(here).toHaveURL(/\/settings\/sessions$/);
  await expect(here.getByText('This device')).toBeVisible();
});
