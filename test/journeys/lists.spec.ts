import { findings } from './support/axe.js';
import { expect, test } from './support/journey.js';
import { live, pill, post } from './support/screen.js';

test('a list is made, filled, read live and taken off home', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const cleo = await person('Cleo');
  for (const other of [ann, cleo]) await ben.follows(other);
  await ann.publishes('The forklift is back');
  await cleo.publishes('Lunch at noon');

  const page = await browse(ben, '/home');
  await live(page);
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { name: 'Lists', level: 1 })).toBeVisible();
  await expect(page.getByText('You have no lists')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'New list' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Give the list a name.')).toBeVisible();
  await page.keyboard.type('Warehouse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Warehouse', level: 1 })).toBeVisible();
  await expect(page.getByText('Nobody is on this list yet.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Add somebody' }).fill(ann.handle);
  await page.getByRole('button', { name: 'Add Ann' }).click();
  await expect(page.getByRole('list', { name: 'Members' })).toContainText('Ann');
  await page.getByRole('searchbox', { name: 'Add somebody' }).fill('');
  expect(await findings(page)).toEqual([]);

  await page.getByRole('tab', { name: 'Posts' }).click();
  await expect(post(page, 'The forklift is back')).toBeVisible();
  await expect(post(page, 'Lunch at noon')).toHaveCount(0);
  await cleo.publishes('Coffee, anybody');
  await ann.publishes('The forklift is out');
  await expect(pill(page)).toHaveText(/^1 new post/);
  await page.keyboard.press('.');
  await expect(post(page, 'The forklift is out')).toBeVisible();
  await expect(post(page, 'Coffee, anybody')).toHaveCount(0);

  await page.getByRole('tab', { name: 'Members and settings' }).click();
  await page.getByRole('checkbox', { name: /^Take its members off Home/ }).check();
  await page.getByRole('textbox', { name: 'Name' }).fill('Depot');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Depot', level: 1 })).toBeVisible();
  await page.goto('/home');
  await expect(post(page, 'Coffee, anybody')).toBeVisible();
  await expect(post(page, 'The forklift')).toHaveCount(0);

  await page.goto(`/@${ann.handle}`);
  await page.getByRole('button', { name: 'More about this account' }).click();
  await page.getByRole('menuitem', { name: 'On lists…' }).click();
  const choice = page.getByRole('dialog', { name: 'Lists with Ann' }).getByRole('checkbox', { name: 'Depot' });
  await expect(choice).toBeChecked();
  await choice.uncheck();
  await expect(choice).toBeEnabled();
  await page.keyboard.press('Escape');
  await page.goto('/home');
  await expect(post(page, 'The forklift is out')).toBeVisible();
});

test('a list is deleted, and who is on it goes on being followed', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  await ann.publishes('Still here');
  const list = await ben.done<{ id: string }>('POST', '/api/v1/lists', { title: 'Brief' });
  await ben.done('POST', `/api/v1/lists/${list.id}/accounts`, { account_ids: [ann.id] });
  const page = await browse(ben, `/lists/${list.id}?view=members`);
  await page.getByRole('button', { name: 'Delete the list' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the list' }).click();
  await expect(page.getByText('You have no lists')).toBeVisible();
  await page.goto(`/lists/${list.id}`);
  await expect(page.getByRole('main')).toContainText('There is nothing here');
  await page.goto('/home');
  await expect(post(page, 'Still here')).toBeVisible();
});
