import type { Page, Route } from '@playwright/test';
import { expect, test } from './support/journey.js';
import { live, pill, post } from './support/screen.js';

/** Holds the first answer to a request in the browser: the server has spoken, the page has not heard it. */
async function hold(page: Page, address: RegExp): Promise<{ held: Promise<void>; release: () => void }> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let arrived = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrived = resolve));
  let first = true;
  await page.route(address, async (route: Route) => {
    if (!first) return route.continue();
    first = false;
    const response = await route.fetch();
    arrived();
    await released;
    return route.fulfill({ response });
  });
  return { held, release: () => release() };
}

const state = (page: Page) => page.getByRole('navigation', { name: 'Main', exact: true });

test('what is posted between the answer of a list and its arrival comes, and the page is not live before', async ({
  person,
  browse,
}) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  const old = await ann.publishes('From before');
  const spoiled = await ann.publishes('With a slip');
  const page = await browse(ben, '/search');
  await live(page);
  const { held, release } = await hold(page, /\/api\/v1\/timelines\/home/);
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await held;
  await ann.publishes('In between');
  await ann.done('PUT', `/api/v1/statuses/${spoiled.id}`, { status: 'Without one' });
  await ann.done('DELETE', `/api/v1/statuses/${old.id}`);
  await expect(state(page)).not.toContainText('Live');
  release();
  await expect(pill(page)).toBeVisible();
  await live(page);
  await expect(post(page, 'Without one')).toBeVisible();
  await expect(page.getByRole('article', { name: /^Deleted/ })).toBeVisible();
  await pill(page).click();
  await expect(post(page, 'In between')).toHaveCount(1);
});

test('the first post of an empty list comes too', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  const page = await browse(ben, '/search');
  const { held, release } = await hold(page, /\/api\/v1\/timelines\/home/);
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await held;
  await ann.publishes('The very first');
  release();
  await pill(page).click();
  await expect(post(page, 'The very first')).toBeVisible();
});

test('a reply and a post on a profile arrive although they fell in between', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const note = await ann.publishes('Who has the key');
  const page = await browse(ben, `/@${ann.handle}`);
  await expect(post(page, 'Who has the key')).toBeVisible();
  const thread = await hold(page, /\/context$/);
  await post(page, 'Who has the key').press('Enter');
  await thread.held;
  await ben.publishes(`@${ann.handle} I have`, { in_reply_to_id: note.id });
  thread.release();
  await page.getByRole('button', { name: '1 new reply' }).click();
  await expect(post(page, 'I have')).toBeVisible();

  const other = await browse(ben, '/search');
  const profile = await hold(other, /\/api\/v1\/accounts\/\d+\/statuses\?exclude_replies/);
  await other.goto(`/@${ann.handle}`);
  await profile.held;
  await ann.publishes('Never mind');
  profile.release();
  await pill(other).click();
  await expect(post(other, 'Never mind')).toBeVisible();
});

test('a list that was left goes on where it stopped', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  const note = await ann.publishes('Before the walk');
  const page = await browse(ben, '/home');
  await live(page);
  await page.getByRole('link', { name: 'Saved', exact: true }).click();
  await live(page);
  await ann.publishes('During the walk');
  await ann.done('PUT', `/api/v1/statuses/${note.id}`, { status: 'Before the long walk' });
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(post(page, 'Before the long walk')).toBeVisible();
  await expect(pill(page)).toHaveText(/^1 new post/);
  await pill(page).click();
  await expect(post(page, 'During the walk')).toHaveCount(1);
});

test('a page that missed too much loads its profile and its thread again', async ({ person, browse, roost }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const note = await ann.publishes('A question');
  const gone = await ann.publishes('A hasty answer', { in_reply_to_id: note.id });
  const profile = await browse(ben, `/@${ann.handle}`);
  const thread = await browse(ben, `/@${ann.handle}/${note.id}`);
  await live(profile);
  await live(thread);
  for (const page of [profile, thread]) await page.context().setOffline(true);
  await ann.publishes('Posted meanwhile');
  await ann.publishes('A better answer', { in_reply_to_id: note.id });
  await ann.done('DELETE', `/api/v1/statuses/${gone.id}`);
  await ann.done('PUT', `/api/v1/statuses/${note.id}`, { status: 'A good question' });
  // More than anybody replays.
  await roost.db.query(
    `insert into journal_entry (type, actor_id, subject_type, subject_id, commitment)
     select 'test.filler', $1, 'account', $1, sha256('x') from generate_series(1, 5100)`,
    [ann.id],
  );
  for (const page of [profile, thread]) await page.context().setOffline(false);
  await pill(profile).click();
  await expect(post(profile, 'Posted meanwhile')).toBeVisible();
  await expect(post(profile, 'A good question')).toBeVisible();
  await thread.getByRole('button', { name: '1 new reply' }).click();
  await expect(post(thread, 'A better answer')).toBeVisible();
  await expect(post(thread, 'A good question')).toBeVisible();
  await expect(thread.getByRole('article', { name: /^Deleted/ })).toBeVisible();
});
