import { expect, test } from './support/journey.js';
import { choose, composer, live, pill, post } from './support/screen.js';

test('Ben follows Ann from her profile, sees her post arrive, answers, and she hears of it', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const hers = await browse(ann, '/home');
  const his = await browse(ben, `/@${ann.handle}`);
  await his.getByRole('button', { name: 'Follow Ann' }).click();
  // Under the pointer the same button says what it would do now.
  await expect(his.getByRole('button', { name: 'Unfollow Ann' })).toBeVisible();
  await his.getByRole('link', { name: 'Home', exact: true }).click();
  await live(his);
  await live(hers);

  await composer(hers).fill('The coffee machine on floor three is back');
  await hers.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(post(hers, 'The coffee machine')).toBeVisible();
  await expect(composer(hers)).toHaveValue('');

  await expect(pill(his)).toBeVisible();
  await expect(post(his, 'The coffee machine')).toHaveCount(0);
  await pill(his).click();
  await expect(post(his, 'The coffee machine')).toBeVisible();
  await expect(pill(his)).toHaveCount(0);

  const bell = hers.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: /^Notifications/ });
  // That he follows her she has heard already.
  await expect(bell).toContainText('unread: 1');
  await post(his, 'The coffee machine').getByRole('button', { name: 'Reply' }).click();
  const dialog = his.getByRole('dialog', { name: 'Reply to Ann' });
  await expect(dialog.getByRole('blockquote')).toContainText('The coffee machine');
  await composer(dialog).fill('At last');
  await dialog.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(bell).toContainText('unread: 2');
  await expect(post(hers, 'The coffee machine').getByRole('button', { name: 'Reply, 1' })).toBeVisible();

  await post(hers, 'The coffee machine').press('Enter');
  await expect(hers).toHaveURL(/\/@ann_\d+\/\d+$/);
  await expect(post(hers, 'At last')).toBeVisible();
});

test('a like, a boost, an edit and a deletion each show in the other browser without reload', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  await ann.publishes('Lunch is at noon');
  const hers = await browse(ann, '/home');
  const his = await browse(ben, '/home');
  await live(hers);
  await live(his);
  const here = post(hers, 'Lunch is at');
  const there = post(his, 'Lunch is at');

  await there.getByRole('button', { name: 'Like' }).click();
  await expect(there.getByRole('button', { name: 'Like, 1' })).toHaveAttribute('aria-pressed', 'true');
  await expect(here).toContainText(/Like, 1/);
  await there.getByRole('button', { name: 'Boost' }).click();
  await expect(here.getByRole('button', { name: 'Boost, 1' })).toBeVisible();
  await there.getByRole('button', { name: 'Like, 1' }).click();
  await expect(here).not.toContainText(/Like/);

  await choose(here, 'Edit');
  const dialog = hers.getByRole('dialog', { name: 'Edit the post' });
  await dialog.getByRole('textbox', { name: 'Post text' }).fill('Lunch is at half past twelve');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(there.filter({ hasText: 'half past twelve' })).toBeVisible();
  await expect(there.first()).toContainText('edited');

  await choose(here.first(), 'Delete');
  await expect(his.getByRole('article', { name: /^Deleted/ }).first()).toBeVisible();
  await expect(there).toHaveCount(0);
  await his.reload();
  await live(his);
  await expect(there).toHaveCount(0);
});

test('what is too long is marked, counted and cannot be posted as it is; it can be split', async ({ person, browse }) => {
  const ann = await person('Ann');
  const page = await browse(ann, '/home');
  const words = 'Every word of this counts. ';
  await composer(page).fill('a'.repeat(140));
  await expect(page.getByRole('button', { name: 'Post', exact: true })).toBeEnabled();
  await composer(page).fill(words.repeat(6).trim());
  await expect(page.getByRole('main').getByText('21 characters too many')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Post', exact: true })).toHaveCount(0);
  await composer(page).press('Control+Enter');
  await expect(page.getByText('Thread of 2 posts')).toBeVisible();
  expect((await ann.get<unknown[]>(`/api/v1/accounts/${ann.id}/statuses`)).body).toEqual([]);
  await page.getByRole('button', { name: 'Post thread' }).click();
  await expect(post(page, 'Every word')).toHaveCount(2);
});

test('a draft survives a reload and is gone once it is posted', async ({ person, browse }) => {
  const ann = await person('Ann');
  const page = await browse(ann, '/home');
  await composer(page).fill('Half a thought');
  await page.reload();
  await expect(composer(page)).toHaveValue('Half a thought');
  await expect(page.getByText(/^Draft from \d/)).toBeVisible();
  await composer(page).press('Control+Enter');
  await expect(post(page, 'Half a thought')).toBeVisible();
  await page.reload();
  await expect(post(page, 'Half a thought')).toBeVisible();
  await expect(composer(page)).toHaveValue('');
});

test('a post can be taken back while the undo time runs: nobody ever sees it', async ({ person, browse }) => {
  const ann = await person('Ann', { undoSeconds: 30 });
  const page = await browse(ann, '/home');
  await composer(page).fill('Second thoughts');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(composer(page)).toHaveValue('Second thoughts');
  await expect(post(page, 'Second thoughts')).toHaveCount(0);
  expect((await ann.get<unknown[]>(`/api/v1/accounts/${ann.id}/statuses`)).body).toEqual([]);
});

test('offline, a post waits on the device and leaves by itself when the network is back', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  await ann.publishes('Something to read offline');
  const his = await browse(ben, '/home');
  const hers = await browse(ann, '/home');
  await live(his);
  await live(hers);
  await composer(hers).fill('Written in the tunnel');
  await hers.context().setOffline(true);
  await expect(hers.getByText(/^Offline since/)).toBeVisible();
  await composer(hers).press('Control+Enter');
  await expect(post(hers, 'Written in the tunnel')).toContainText('waiting');
  await expect(post(hers, 'Something to read offline')).toBeVisible();
  await hers.context().setOffline(false);
  await expect(hers.getByText(/^Offline since/)).toHaveCount(0);
  await expect(pill(his)).toBeVisible({ timeout: 20_000 });
  await pill(his).click();
  await expect(post(his, 'Written in the tunnel')).toHaveCount(1);
  await expect(post(hers, 'Written in the tunnel')).toHaveCount(1);
  await expect(post(hers, 'Written in the tunnel')).not.toContainText('waiting');
});

test('a refusal of the server keeps the text and offers to send it again', async ({ person, browse }) => {
  const ann = await person('Ann');
  const page = await browse(ann, '/home');
  await page.route('**/api/v1/statuses', (route) =>
    route.fulfill({ status: 403, json: { error: 'The server is closed for cleaning.', code: 'forbidden', request_id: 'test' } }),
  );
  await composer(page).fill('Can you hear me');
  await composer(page).press('Control+Enter');
  const unsent = post(page, 'Can you hear me');
  await expect(unsent).toContainText('Not sent. The text is kept.');
  await expect(unsent).toContainText('The server is closed for cleaning.');
  await page.reload();
  await expect(unsent).toContainText('Not sent. The text is kept.');
  await page.unroute('**/api/v1/statuses');
  await unsent.getByRole('button', { name: 'Send again' }).click();
  await expect(page.locator('[data-status]').filter({ hasText: 'Can you hear me' })).toBeVisible();
  await expect(unsent).toHaveCount(1);
});

test('a server that fails for a moment costs nothing: the post is tried again and appears once', async ({ person, browse }) => {
  const ann = await person('Ann');
  const page = await browse(ann, '/home');
  let refused = 0;
  await page.route('**/api/v1/statuses', async (route) => {
    refused += 1;
    if (refused > 1) return route.continue();
    // The first one did arrive: only its answer was lost.
    await route.fetch();
    return route.fulfill({ status: 500, body: 'no' });
  });
  await composer(page).fill('Once and only once');
  await composer(page).press('Control+Enter');
  await expect(post(page, 'Once and only once')).toContainText('waiting');
  await expect(page.locator('[data-status]').filter({ hasText: 'Once and only once' })).toBeVisible();
  await page.reload();
  await expect(post(page, 'Once and only once')).toHaveCount(1);
  expect(refused).toBeGreaterThan(1);
});

test('a like that the server refuses is taken back with a word', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  await ann.publishes('Nobody may like this');
  const page = await browse(ben, '/home');
  await page.route('**/favourite', (route) => route.fulfill({ status: 500, body: 'no' }));
  await post(page, 'Nobody may').getByRole('button', { name: 'Like' }).click();
  await expect(page.getByText(/Like for .Nobody may like this. was not sent/).first()).toBeVisible();
  await expect(post(page, 'Nobody may').getByRole('button', { name: 'Like', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});
