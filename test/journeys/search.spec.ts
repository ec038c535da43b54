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

test('what the results have in common narrows them down, and the words found are marked', async ({ person, browse, roost }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const old = await ann.publishes('Médlar jam for all #Larder', { language: 'en' });
  await roost.db.query(`update status set created_at = now() - interval '9 days' where id = $1`, [old.id]);
  await ann.publishes('The medlars are ripe #larder', { language: 'fr' });
  const mine = await ben.publishes('Where do medlars grow', { language: 'en' });
  await ann.publishes('Behind the shed, the medlar', { in_reply_to_id: mine.id, language: 'en' });
  const page = await browse(ben, '/search?q=medlar');
  await expect(page.getByRole('article')).toHaveCount(4);
  await expect(page.getByText('4 posts newest first')).toBeVisible();
  await expect(page.getByRole('article').locator('mark')).toHaveText(['medlar', 'medlars', 'medlars', 'Médlar']);

  const facets = page.getByRole('region', { name: 'Narrow down' });
  await facets.getByRole('checkbox', { name: /^Ann.*\(3 posts\)/ }).check();
  await expect(page).toHaveURL(new RegExp(`q=from(:|%3A)${ann.handle}\\+medlar`));
  await expect(page.getByRole('article')).toHaveCount(3);
  await facets.getByRole('checkbox', { name: /^Ben.*\(1 post\)/ }).check();
  await expect(page.getByRole('article')).toHaveCount(4);
  await expect(page.getByRole('list', { name: 'Operators in this search' })).toContainText('OR');
  await facets.getByRole('checkbox', { name: /^Ann/ }).uncheck();
  await expect(post(page, 'Where do medlars grow')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('button', { name: `Remove from:${ben.handle}` }).click();
  await facets.getByRole('checkbox', { name: /^#larder.*\(2 posts\)/i }).check();
  await facets.getByRole('checkbox', { name: /^French.*\(1 post\)/ }).check();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(post(page, 'are ripe')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('days are brushed over the bars, or typed; both say the same', async ({ person, browse, roost }) => {
  const ann = await person('Ann');
  const days: string[] = [];
  for (const ago of [12, 8, 3, 0]) {
    const status = await ann.publishes(`Quince, ${ago} days ago`);
    const { rows } = await roost.db.query<{ day: string }>(
      `update status set created_at = now() - make_interval(days => $2) where id = $1
       returning to_char(created_at at time zone 'utc', 'YYYY-MM-DD') as day`,
      [status.id, ago],
    );
    days.push(rows[0]?.day ?? '');
  }
  const page = await browse(ann, '/search?q=quince');
  await expect(page.getByRole('article')).toHaveCount(4);
  const plot = page.getByRole('img', { name: /^Posts from / });
  const box = await plot.boundingBox();
  if (!box) throw new Error('no plot');
  // Fourteen bars: the sixth day to the eleventh hold what was written eight and three days ago.
  const x = (bar: number) => box.x + (box.width * (bar + 0.5)) / 14;
  await page.mouse.move(x(5), box.y + 20);
  await page.mouse.down();
  await page.mouse.move(x(8), box.y + 20);
  await page.mouse.move(x(10), box.y + 20);
  await page.mouse.up();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByLabel('From', { exact: true })).toHaveValue(days[1] ?? '');
  await expect(page.getByLabel('To', { exact: true })).toHaveValue(days[2] ?? '');

  await page.getByLabel('To', { exact: true }).fill(days[1] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(post(page, 'Quince, 8 days ago')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('article')).toHaveCount(4);
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('');
});

test('what is posted meanwhile is offered above the results', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ann.publishes('A loquat in bloom');
  const page = await browse(ben, '/search?q=loquat');
  await expect(page.getByRole('article')).toHaveCount(1);
  await live(page);
  await ann.publishes('No fruit here');
  await ann.publishes('Another loquat');
  await page.getByRole('button', { name: '1 newer' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByRole('article').first()).toContainText('Another loquat');
  await expect(page.getByText('2 posts newest first')).toBeVisible();
});

test('an operator becomes a token while it is typed and leaves with Backspace; a wrong one is underlined', async ({
  person,
  browse,
}) => {
  const ann = await person('Ann');
  await ann.publishes('Sorrel soup');
  const page = await browse(ann, '/search');
  const field = page.getByRole('main').getByRole('searchbox');
  await expect(field).toBeFocused();
  const tokens = page.getByRole('list', { name: 'Operators in this search' });
  await page.keyboard.type(`sorrel from:${ann.handle} has:link `);
  await expect(tokens.getByRole('listitem')).toHaveCount(2);
  await expect(field).toHaveValue('sorrel ');
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await expect(tokens.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(post(page, 'Sorrel soup')).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' form:me');
  await page.keyboard.press('Enter');
  await expect(tokens.getByRole('listitem').filter({ hasText: 'form:me' })).toContainText('(not understood)');
  await page.getByRole('button', { name: 'Use from:me' }).click();
  await expect(post(page, 'Sorrel soup')).toBeVisible();
});
