import type { Page } from '@playwright/test';
import type { Person } from '@roost/test-kit';
import { expect, test } from './support/journey.js';
import { live, pill, post } from './support/screen.js';

async function publishMany(who: Person, count: number, words: string): Promise<void> {
  for (let number = 1; number <= count; number += 1) await who.publishes(`${words} ${number}.`);
}

/** Where a post stands on the screen, in pixels, once nothing moves any more. */
async function topOf(page: Page, text: string): Promise<number> {
  return post(page, text)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);
}

for (const length of [30, 90]) {
  test(`new posts never move what is on screen in a list of ${length}`, async ({ person, browse }) => {
    const ann = await person('Ann');
    const ben = await person('Ben');
    await ben.follows(ann);
    await publishMany(ann, length, 'Old');
    const page = await browse(ben, '/home');
    await live(page);
    // Twenty posts come with a page; reading on loads the rest.
    for (let seen = length - 15; seen > 8; seen -= 8) {
      await expect(post(page, `Old ${seen}.`)).toBeVisible();
      await post(page, `Old ${seen}.`).scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 700);
    }
    const eye = `Old ${Math.round(length / 2)}.`;
    while ((await post(page, eye).count()) === 0) {
      await page.mouse.wheel(0, -600);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await post(page, eye).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await expect.poll(async () => Math.abs((await topOf(page, eye)) - (await topOf(page, eye)))).toBe(0);

    const before = await topOf(page, eye);
    await publishMany(ann, 5, 'New');
    await expect(pill(page)).toHaveText(/5 new posts/);
    expect(Math.abs((await topOf(page, eye)) - before)).toBeLessThan(1);

    await page.keyboard.press('Shift+.');
    await expect(pill(page)).toHaveCount(0);
    expect(Math.abs((await topOf(page, eye)) - before)).toBeLessThan(1);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(Math.abs((await topOf(page, eye)) - before)).toBeLessThan(1);

    await publishMany(ann, 2, 'Newest');
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
  await ben.follows(ann);
  await publishMany(ann, 30, 'Note');
  const page = await browse(ben, '/home');
  await expect(post(page, 'Note 15.')).toBeVisible();
  await post(page, 'Note 15.').evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const before = await topOf(page, 'Note 15.');
  await post(page, 'Note 15.').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Thread' })).toBeVisible();
  await page.goBack();
  await expect(post(page, 'Note 15.')).toBeFocused();
  await expect.poll(async () => Math.abs((await topOf(page, 'Note 15.')) - before)).toBeLessThan(1);
});
