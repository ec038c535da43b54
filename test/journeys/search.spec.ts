import { expect, test } from './support/journey.js';
import { live, pill, post } from './support/screen.js';

test('words find posts, operators narrow them down and can be taken away again', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const cleo = await person('Cleo');
  await ann.publishes('The kumquat trees have arrived #Garden');
  await ann.publishes('Where do the kumquats go', { language: 'en' });
  await cleo.publishes('I planted one kumquat');
  await ann.publishes('Followers only: kumquat prices', { visibility: 'private' });
  const page = await browse(ben, '/home');

  await live(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('kumquat');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=kumquat$/);
  await expect(post(page, 'trees have arrived')).toBeVisible();
  await expect(post(page, 'I planted one')).toBeVisible();
  await expect(post(page, 'prices')).toHaveCount(0);

  const field = page.getByRole('main').getByRole('searchbox');
  await field.fill(`kumquat from:${ann.handle} tag:garden`);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(post(page, 'trees have arrived')).toBeVisible();
  await page.getByRole('button', { name: 'Remove tag:garden' }).click();
  await expect(post(page, 'trees have arrived')).toBeVisible();
  await expect(post(page, 'I planted one')).toHaveCount(0);

  await page.goto(`/search?q=${encodeURIComponent(`kumquat -from:${ann.handle}`)}`);
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(post(page, 'I planted one')).toBeVisible();
  await page.goto('/search?q=%22have+arrived%22');
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.reload();
  await expect(post(page, 'trees have arrived')).toBeVisible();
});

test('a mistyped operator is explained with the nearest one, and what finds nothing says where there is something', async ({
  person,
  browse,
}) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ann.publishes('A persimmon for everyone');
  const page = await browse(ben, `/search?q=persimmon+form:${ann.handle}`);
  await page.getByRole('button', { name: `Use from:${ann.handle}` }).click();
  await expect(post(page, 'A persimmon for everyone')).toBeVisible();
  await page.goto(`/search?q=persimmon+from:${ben.handle}`);
  await expect(page.getByText(`No posts for “persimmon from:${ben.handle}”`)).toBeVisible();
  await page.getByRole('button', { name: `Without from:${ben.handle}, 1 post` }).click();
  await expect(post(page, 'A persimmon for everyone')).toBeVisible();
});

test('people are found by name and followed from the result', async ({ person, browse }) => {
  await person('Wilhelmina');
  const ben = await person('Ben');
  const page = await browse(ben, '/search?q=wilhel&type=people');
  await page.getByRole('button', { name: 'Follow Wilhelmina' }).click();
  await expect(page.getByRole('button', { name: 'Unfollow Wilhelmina' })).toBeVisible();
});

test('a followed tag brings the posts of strangers to Home, as they are written', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ann.publishes('Swifts over the roof #BirdWatch');
  const page = await browse(ben, '/tag/birdwatch');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('#BirdWatch');
  await expect(post(page, 'Swifts over the roof')).toBeVisible();
  await page.getByRole('button', { name: 'Follow tag #BirdWatch' }).click();
  await expect(page.getByRole('button', { name: /^Following #BirdWatch/ })).toBeVisible();
  const nav = page.getByRole('navigation', { name: 'Main', exact: true });
  await expect(nav.getByRole('link', { name: 'BirdWatch' })).toBeVisible();
  await nav.getByRole('link', { name: 'Home', exact: true }).click();
  // Home has loaded with the follow in force before the next post is written.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home');
  await expect(post(page, 'Swifts over the roof')).toBeVisible();
  await live(page);
  await ann.publishes('A kestrel on the mast #birdwatch');
  await pill(page).click();
  await expect(post(page, 'A kestrel on the mast')).toBeVisible();

  await nav.getByRole('link', { name: 'BirdWatch' }).click();
  await page.getByRole('button', { name: /^Following #BirdWatch/ }).click();
  await expect(nav.getByRole('link', { name: 'BirdWatch' })).toHaveCount(0);
});
