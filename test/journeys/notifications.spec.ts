import type { AdminReport } from '@roost/contracts';
import { findings } from './support/axe.js';
import { expect, test } from './support/journey.js';
import { live, post } from './support/screen.js';

test('what happened is listed as it happens, and reading it clears the count in the other browser too', async ({
  person,
  browse,
}) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const note = await ann.publishes('Tell me what you think');
  const other = await browse(ann, '/home');
  await live(other);
  const bell = other.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: /^Notifications/ });
  await ben.publishes(`@${ann.handle} I think so too`, { in_reply_to_id: note.id });
  await ben.done('POST', `/api/v1/statuses/${note.id}/favourite`);
  await expect(bell).toContainText('unread: 2');

  const page = await browse(ann, '/notifications');
  await expect(post(page, 'I think so too')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Ben likes your post');
  await expect(bell).not.toContainText('unread');
  await ben.done('POST', `/api/v1/statuses/${note.id}/reblog`);
  await page.getByRole('button', { name: '1 new notification' }).click();
  await expect(page.getByRole('main')).toContainText('Ben boosted your post');
});

test('the title and the icon of the window speak of mentions only', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const note = await ann.publishes('Hear, hear');
  const page = await browse(ann, '/home');
  await live(page);
  const icon = page.locator('link[rel=icon]');
  const bell = page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: /^Notifications/ });
  await ben.done('POST', `/api/v1/statuses/${note.id}/favourite`);
  await expect(bell).toContainText('unread: 1');
  await expect(page).toHaveTitle(/^Home/);
  await expect(icon).toHaveAttribute('href', '/icon.svg');
  await ben.publishes(`@${ann.handle} I hear you`);
  await expect(page).toHaveTitle(/^\(1\) Home/);
  await expect(icon).toHaveAttribute('href', '/icon-dot.svg');
  expect((await page.request.get('/icon-dot.svg')).headers()['content-type']).toBe('image/svg+xml');
  await page
    .getByRole('link', { name: /^Notifications/ })
    .first()
    .click();
  await expect(page).toHaveTitle(/^Notifications/);
  await expect(icon).toHaveAttribute('href', '/icon.svg');
});

test('a moderator hears what was reported, and goes to whom it is about', async ({ person, browse }) => {
  const ann = await person('Ann');
  const zed = await person('Zed');
  const max = await person('Max', { role: 'moderator' });
  const page = await browse(max, '/notifications');
  await live(page);
  await ann.done('POST', '/api/v1/reports', { account_id: zed.id, comment: 'The same advertisement every hour' });
  await page.getByRole('button', { name: '1 new notification' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('Ann reported Zed');
  await expect(main).toContainText('The same advertisement every hour');
  await main.getByRole('link', { name: 'Zed' }).click();
  await expect(page).toHaveURL(new RegExp(`/@${zed.handle}$`));
});

test('a post is reported from its menu by keyboard, and the moderators have it', async ({ person, browse }) => {
  const ann = await person('Ann');
  const zed = await person('Zed');
  const max = await person('Max', { role: 'moderator' });
  const said = await zed.publishes('Buy now, buy cheap');
  const page = await browse(ann, `/@${zed.handle}`);
  await post(page, 'Buy now').getByRole('button', { name: 'More' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Report…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Report Zed' });
  await dialog.getByLabel('It is advertising or noise').check();
  await dialog.getByLabel('What should the moderators know?').fill('Third time today');
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Report' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('The moderators have your report').first()).toBeVisible();
  const { body } = await max.get<AdminReport[]>('/api/v1/admin/reports', { target_account_id: zed.id });
  expect(body.map(({ category, comment, statuses }) => [category, comment, statuses[0]?.id])).toEqual([
    ['spam', 'Third time today', said.id],
  ]);
});
