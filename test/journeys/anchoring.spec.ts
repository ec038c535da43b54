import type { Page } from '@playwright/test';
import type { Person } from '@roost/test-kit';
import { expect, test } from './support/journey.js';
import { live, pill, post } from './support/screen.js';

/** By turns, since posts of one person in a row are drawn as one. */
async function publishMany(who: [Person, Person], count: number, words: string): Promise<void> {
  for (let number = 1; number <= count; number += 1) await who[number % 2 === 0 ? 0 : 1].publishes(`${words} ${number}.`);
}

/** Where a post stands on the screen, in pixels. */
async function topOf(page: Page, text: string): Promise<number> {
  return post(page, text)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);
}

for (const length of [30, 90]) {
  test(`new posts never move what is on screen in a list of ${length}`, async ({ person, browse }) => {
    const ann = await person('Ann');
    const ben = await person('Ben');
    const cleo = await person('Cleo');
    await ben.follows(ann);
    await ben.follows(cleo);
    await publishMany([ann, cleo], length, 'Old');
    const page = await browse(ben, '/home');
    await live(page);
    // A page of posts comes at a time; reading on brings the next, until the first one of all.
    await expect
      .poll(
        async () => {
          await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
          return post(page, 'Old 1.').count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    const eye = `Old ${Math.round(length / 2)}.`;
    await expect
      .poll(async () => {
        await page.evaluate(() => scrollBy(0, -500));
        return post(page, eye).count();
      })
      .toBe(1);
    await expect
      .poll(() =>
        post(page, eye).evaluate((element) => {
          const before = element.getBoundingClientRect().top;
          element.scrollIntoView({ block: 'center', behavior: 'instant' });
          return element.getBoundingClientRect().top === before;
        }),
      )
      .toBe(true);

    const before = await topOf(page, eye);
    await publishMany([ann, cleo], 5, 'New');
    await expect(pill(page)).toHaveText(/5 new posts/);
    expect(Math.abs((await topOf(page, eye)) - before)).toBeLessThan(1);

    await page.keyboard.press('Shift+.');
    await expect(pill(page)).toHaveCount(0);
    expect(Math.abs((await topOf(page, eye)) - before)).toBeLessThan(1);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(Math.abs((await topOf(page, eye)) - before)).toBeLessThan(1);

    await publishMany([ann, cleo], 2, 'Newest');
    await expect(pill(page)).toHaveText(/2 new posts/);
    await page.keyboard.press('.');
    await expect(post(page, 'Newest 2.')).toBeInViewport();
    await expect(post(page, 'New 5.')).toBeInViewport();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  });
}

test('a post deleted on screen leaves a stone of the same height', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const cleo = await person('Cleo');
  await ben.follows(ann);
  await ben.follows(cleo);
  await ann.publishes('The one below');
  const gone = await cleo.publishes('The one that goes');
  const page = await browse(ben, '/home');
  await live(page);
  await expect(post(page, 'The one that goes')).toBeVisible();
  const before = await topOf(page, 'The one below');
  await cleo.delete(`/api/v1/statuses/${gone.id}`);
  await expect(page.getByRole('article', { name: /^Deleted/ })).toBeVisible();
  expect(Math.abs((await topOf(page, 'The one below')) - before)).toBeLessThan(1);
});

test('back from a thread returns to the same post at the same pixel, with the focus on it', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const cleo = await person('Cleo');
  await ben.follows(ann);
  await ben.follows(cleo);
  await publishMany([ann, cleo], 30, 'Note');
  const page = await browse(ben, '/home');
  await expect(post(page, 'Note 15.')).toBeVisible();
  await post(page, 'Note 15.').evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const before = await topOf(page, 'Note 15.');
  await post(page, 'Note 15.').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Thread', exact: true })).toBeVisible();
  await page.goBack();
  await expect(post(page, 'Note 15.')).toBeFocused();
  await expect.poll(async () => Math.abs((await topOf(page, 'Note 15.')) - before)).toBeLessThan(1);
});
