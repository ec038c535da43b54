import { findings } from './support/axe.js';
import { expect, test } from './support/journey.js';
import { live, pill, post } from './support/screen.js';

test('a filter is made with the keyboard, folds posts that come, and is changed and deleted', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  await ann.publishes('What a GOAL in the last minute');
  await ann.publishes('Goals for this quarter');
  const home = await browse(ben, '/home');
  await live(home);
  await expect(post(home, 'What a GOAL')).toBeVisible();

  const page = await browse(ben, '/settings/filters');
  await page.getByRole('button', { name: 'New filter' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Football');
  await page.keyboard.press('Tab');
  await page.keyboard.type('goal');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Word or phrase 2' })).toBeFocused();
  await page.keyboard.type('péno');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Football' });
  await expect(row).toContainText('goal, péno');

  // The other window hears of it, and what comes is folded from the start.
  await expect(post(home, 'Filtered: Football')).toHaveCount(1);
  await expect(post(home, 'What a GOAL')).toHaveCount(0);
  await expect(post(home, 'Goals for this quarter')).toBeVisible();
  await ann.publishes('Peno for the others');
  await expect(pill(home)).toHaveText(/^1 new post/);
  await home.keyboard.press('.');
  await expect(post(home, 'Filtered: Football')).toHaveCount(2);
  await expect(home.getByText('Peno for the others')).toHaveCount(0);
  expect(await findings(home)).toEqual([]);
  await home.keyboard.press('j');
  const folded = post(home, 'Filtered: Football').first();
  await folded.focus();
  await home.keyboard.press('Enter');
  await expect(post(home, 'Peno for the others')).toBeFocused();
  await post(home, 'Peno for the others').getByRole('button', { name: 'Hide' }).click();
  await expect(post(home, 'Peno for the others')).toHaveCount(0);
  await expect(folded).toBeFocused();

  await row.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('radio', { name: 'Leave out' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Leave out');
  await expect(post(home, 'Filtered: Football')).toHaveCount(0);
  await expect(post(home, 'Goals for this quarter')).toBeVisible();
  await ann.publishes('Goal after goal');
  await ann.publishes('Back to work');
  await expect(pill(home)).toHaveText(/^1 new post/);

  await row.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('You have no filters.')).toBeVisible();
  await expect(post(home, 'What a GOAL')).toBeVisible();
  await expect(post(home, 'Goal after goal')).toBeVisible();
});

test('a filter counts where it was told to, and media are blurred until they are asked for', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  const form = new FormData();
  form.set('file', new Blob([png], { type: 'image/png' }), 'spider.png');
  form.set('description', 'A large spider');
  const media = await ann.post<{ id: string }>('/api/v2/media', form);
  await ann.publishes('Look what I found', { media_ids: [media.body.id] });
  const blur = { title: 'Spiders', context: ['home'], filter_action: 'blur', keywords_attributes: [{ keyword: 'spider' }] };
  await ben.done('POST', '/api/v2/filters', blur);

  const page = await browse(ben, '/home');
  const found = post(page, 'Look what I found');
  await expect(found).toContainText('Filtered: Spiders');
  const blurred = found.locator('[inert]').getByRole('img', { name: 'A large spider' });
  await expect(blurred).toHaveCount(1);
  expect(await findings(page)).toEqual([]);
  await found.getByRole('button', { name: 'Show media' }).click();
  await expect(found.getByRole('img', { name: 'A large spider' })).toBeVisible();
  await expect(blurred).toHaveCount(0);
  await expect(found.getByRole('button', { name: 'Blur media' })).toBeFocused();
  await found.getByRole('button', { name: 'Blur media' }).click();
  await expect(blurred).toHaveCount(1);
  await page.goto('/home?feed=company');
  await expect(post(page, 'Look what I found')).not.toContainText('Filtered');
});
