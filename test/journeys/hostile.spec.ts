import type { Page } from '@playwright/test';
import { HOSTILE } from './support/hostile.js';
import { expect, PASSWORD, test } from './support/journey.js';
import { composer, post } from './support/screen.js';

interface Watched extends Window {
  hits: string[];
}

/** Notes every call of `hit` and everything that the page's policy had to stop, from the first moment of each page. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const hits: string[] = [];
    Object.assign(window, { hits, hit: (what: unknown) => hits.push(`hit ${String(what)}`) });
    document.addEventListener('securitypolicyviolation', (event) =>
      hits.push(`${event.violatedDirective} stopped ${event.blockedURI} ${event.sample}`),
    );
  });
  page.on('dialog', (dialog) => {
    void dialog.dismiss();
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
}

/** What ran or was stopped, and what stands in the page that nobody put there. */
function damage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const strangers = document.querySelectorAll(
      '#root :is(script, iframe, object, embed, base, meta, link, style, form[action], marquee, math, details, video, audio), [onload], [onerror], [onfocus], [onmouseover], a[href^="javascript:" i], a[href^="data:" i], a[href^="vbscript:" i]',
    );
    return [...(window as unknown as Watched).hits, ...[...strangers].map((element) => element.outerHTML.slice(0, 120))];
  });
}

test('hostile texts are shown as the texts they are, wherever posts stand', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  const ids: string[] = [];
  for (const text of HOSTILE) ids.push((await ann.publishes(text)).id);
  const page = await browse(ben, '/sign-in');
  await watch(page);

  const seen = new Set<string>();
  const texts = () => page.locator('article[data-status] p[id]').evaluateAll((all) => all.map((element) => element.textContent));
  for (const path of ['/home', `/@${ann.handle}`]) {
    seen.clear();
    await page.goto(path);
    await expect(page.getByRole('article').first()).toBeVisible();
    // Down to the end, so that everything is loaded, and up again: within a run the oldest stands first.
    const step = async (by: number) => {
      for (const text of await texts()) seen.add(text);
      await page.evaluate((pixels) => scrollBy(0, pixels), by);
    };
    await expect
      .poll(() => step(5_000).then(() => page.getByText('You have seen everything.').count()), {
        timeout: 30_000,
        intervals: [50],
      })
      .toBe(1);
    await expect
      .poll(() => step(-600).then(() => HOSTILE.filter((text) => !seen.has(text))), { timeout: 30_000, intervals: [50] })
      .toEqual([]);
    expect(await damage(page), path).toEqual([]);
  }
  await page.goto(`/@${ann.handle}/${ids[6] ?? ''}`);
  await expect(page.getByRole('article').filter({ hasText: HOSTILE[6] })).toBeVisible();
  expect(await damage(page)).toEqual([]);
});

test('hostile names, bios, fields, warnings and descriptions stay text on every page that shows them', async ({
  person,
  browse,
}) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  const name = '<img src=x onerror=hit(1)>';
  const bio = '<script>hit(2)</script> javascript:hit(2) "><svg onload=hit(2)>';
  await ann.done('PATCH', '/api/v1/accounts/update_credentials', {
    display_name: name,
    note: bio,
    fields_attributes: [{ name: '<b onclick=hit(3)>x', value: '"><img src=x onerror=hit(3)>' }],
  });
  const note = await ann.publishes('<svg onload=hit(4)>', { spoiler_text: '<iframe src=javascript:hit(4)>', sensitive: true });
  await ann.publishes(`@${ben.handle} <img src=x onerror=hit(5)>`);
  const page = await browse(ben, '/sign-in');
  await watch(page);

  await page.goto('/home');
  await expect(page.getByRole('article').first()).toContainText(name);
  await expect(post(page, '<iframe src=javascript:hit(4)>').first()).toBeVisible();
  await post(page, '<iframe src=javascript:hit(4)>').first().getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('<svg onload=hit(4)>')).toBeVisible();
  expect(await damage(page)).toEqual([]);

  await page.goto(`/@${ann.handle}`);
  await expect(page.getByRole('main')).toContainText(bio);
  await expect(page.getByRole('main')).toContainText('<b onclick=hit(3)>x');
  await expect(page.getByRole('main')).toContainText('"><img src=x onerror=hit(3)>');
  expect(await page.title()).toContain(name);
  expect(await damage(page)).toEqual([]);

  for (const path of [
    '/notifications',
    `/@${ann.handle}/${note.id}`,
    `/search?q=${encodeURIComponent(name)}`,
    `/tag/${encodeURIComponent(name)}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await expect(page.getByRole('main')).toContainText(/hit\(?\d/);
    expect(await damage(page), path).toEqual([]);
  }
});

test('what is typed and completed is text too, and the address bar cannot smuggle anything in', async ({ person, browse }) => {
  const ann = await person('Zelda');
  const ben = await person('Ben');
  await ann.done('PATCH', '/api/v1/accounts/update_credentials', { display_name: '<img src=x onerror=hit(1)>' });
  const page = await browse(ben, '/sign-in');
  await watch(page);
  await page.goto('/home');
  await composer(page).pressSequentially(`<img src=x onerror=hit(1)> @zeld`);
  await expect(page.getByRole('option').first()).toContainText('<img src=x onerror=hit(1)>');
  expect(await damage(page)).toEqual([]);
  for (const path of [
    '/sign-in?next=javascript:hit(1)',
    '/sign-in?next=//evil.example/',
    '/sign-in?next=https://evil.example/',
  ]) {
    const stranger = await browse(null, path);
    await watch(stranger);
    await stranger.goto(path);
    await stranger.getByLabel('Work email or handle').fill(ben.handle);
    await stranger.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await stranger.getByRole('button', { name: 'Continue' }).click();
    await expect(stranger).toHaveURL((url) => url.origin === new URL(page.url()).origin && !url.pathname.startsWith('/sign-in'));
    expect(await damage(stranger), path).toEqual([]);
  }
});

test('a mark that turns the direction of writing turns nothing outside its own words', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const cleo = await person('Cleo');
  await ben.follows(ann);
  await ben.follows(cleo);
  await ann.publishes('straight #Rooms');
  await cleo.publishes('\u202eturned #Rooms');
  const page = await browse(ben, '/home');
  await expect(post(page, 'turned')).toBeVisible();
  /** Whether the first letter stands left of the last, and where the neighbours stand. */
  const measure = (text: string) =>
    post(page, text).evaluate((article) => {
      const leftToRight = (element: Element | null): boolean => {
        const node = document.createTreeWalker(element ?? article, NodeFilter.SHOW_TEXT).nextNode();
        const length = node?.textContent?.length ?? 0;
        if (!node || length < 2) throw new Error('no text');
        const place = (at: number): number => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect().left;
        };
        return place(0) < place(length - 1);
      };
      const box = article.getBoundingClientRect();
      const time = article.querySelector('time')?.getBoundingClientRect();
      const reply = article.querySelector('button')?.getBoundingClientRect();
      return {
        name: leftToRight(article.querySelector('header bdi')),
        tag: leftToRight(article.querySelector('p bdi')),
        time: Math.round((time?.right ?? 0) - box.right),
        reply: Math.round((reply?.left ?? 0) - box.left),
      };
    });
  const turned = await measure('turned');
  expect(turned).toEqual(await measure('straight'));
  expect(turned.name && turned.tag).toBe(true);
});
