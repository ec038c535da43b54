import type { Page } from '@playwright/test';
import type { Person } from '@roost/test-kit';
import { findings } from './support/axe.js';
import { expect, test } from './support/journey.js';
import { choose, composer, live, pill, post } from './support/screen.js';

// Axe looks at every element of a page four times.
test.describe.configure({ timeout: 120_000 });

/** Loaded to the end: skeletons and frames without content would hide what axe should see. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  await expect(page.getByRole('main')).toBeVisible();
  await page.waitForLoadState('networkidle');
}

/** Two people with something of every kind to show. */
async function livelyPlace(person: (name: string, options?: { kind?: 'official'; locked?: boolean }) => Promise<Person>) {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const desk = await person('Desk', { kind: 'official' });
  await ben.follows(ann);
  await ben.follows(desk);
  await ben.done('POST', '/api/v1/tags/lunch/follow');
  await desk.publishes('The canteen opens at eleven https://canteen.example/menu/today?day=1 #Lunch');
  await ann.publishes('A warning first', { spoiler_text: 'Spiders', sensitive: true });
  await ann.publishes('Followers only, in French', { visibility: 'private', language: 'fr' });
  const note = await ann.publishes(`Hello @${ben.handle}, room 12 has 4 chairs #Rooms`);
  const answer = await ben.publishes(`@${ann.handle} Thank you`, { in_reply_to_id: note.id });
  await ann.publishes('You are welcome', { in_reply_to_id: answer.id });
  await ann.done('POST', `/api/v1/statuses/${answer.id}/favourite`);
  await ann.done('POST', `/api/v1/statuses/${answer.id}/reblog`);
  await ann.follows(ben);
  await ben.done('POST', `/api/v1/statuses/${note.id}/bookmark`);
  await ben.done('PUT', `/api/v1/statuses/${answer.id}`, { status: `@${ann.handle} Thank you, Ann` });
  return { ann, ben, note };
}

for (const path of ['/sign-in', '/sign-in?notice=signed_out', '/sign-up', '/reset', '/reset#secret', '/confirm', '/set-up']) {
  test(`axe finds nothing on ${path}`, async ({ browse }) => {
    const page = await browse(null, path);
    await settled(page);
    expect(await findings(page)).toEqual([]);
  });
}

const inside = [
  ['/home', '/home?feed=company', '/compose', '/nothing/here'],
  ['/notifications', '/notifications?type=mentions', '/saved', '/lists', '/tag/Lunch', '/tag/Empty'],
  ['/search', '/search?q=room', '/search?q=a&type=people', '/search?q=from:nobody+xyzzy'],
  [
    '/settings/profile',
    '/settings/account',
    '/settings/sessions',
    '/settings/apps',
    '/settings/appearance',
    '/settings/language',
    '/settings/filters',
  ],
  ['/@{ann}', '/@{ann}?tab=replies', '/@{ann}?tab=media', '/@{ann}?tab=followers', '/@{ben}', '/@{ann}/{note}'],
];
for (const paths of inside) {
  test(`axe finds nothing on ${paths.join(', ')}`, async ({ person, browse }) => {
    const { ann, ben, note } = await livelyPlace(person);
    const page = await browse(ben, '/home');
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(path.replace('{ann}', ann.handle).replace('{ben}', ben.handle).replace('{note}', note.id));
      await settled(page);
      found.push(...(await findings(page)));
    }
    expect(found).toEqual([]);
  });
}

test('axe finds nothing with menus, dialogs, completions, the pill and messages open', async ({ person, browse }) => {
  const { ann, ben } = await livelyPlace(person);
  const page = await browse(ben, '/home');
  await live(page);
  const found: string[] = [];
  const wide = [{ width: 1280, height: 900 }];
  const look = async () => void found.push(...(await findings(page, wide)));

  await ann.publishes('Something new');
  await expect(pill(page)).toBeVisible();
  await look();

  await composer(page).fill(`${'Far too long. '.repeat(12)}`);
  await expect(page.getByRole('main').getByText('characters too many')).toBeVisible();
  await look();
  await composer(page).press('Control+Enter');
  await expect(page.getByText('Thread of 2 posts')).toBeVisible();
  await look();
  await page.getByRole('button', { name: 'Back to one text' }).click();

  await composer(page).fill('');
  await composer(page).pressSequentially('@ann');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look();
  await composer(page).fill('');

  await page.getByRole('navigation').getByRole('button', { name: 'Your account and settings' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look();
  await page.keyboard.press('Escape');

  await choose(post(page, 'Thank you, Ann').first(), 'Edit');
  await expect(page.getByRole('dialog', { name: 'Edit the post' })).toBeVisible();
  await look();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await look();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(ann.handle);
  await expect(page.getByRole('option', { name: new RegExp(`@${ann.handle}$`) })).toBeVisible();
  await look();
  expect(found).toEqual([]);
});

test('nothing is cut off and nothing scrolls sideways on a screen of 320 pixels', async ({ person, browse }) => {
  const { ann, ben, note } = await livelyPlace(person);
  await ann.publishes(`https://canteen.example/${'a'.repeat(200)} ${'W'.repeat(80)}`);
  const page = await browse(ben, '/home', { viewport: { width: 320, height: 640 } });
  for (const path of [
    '/home',
    '/notifications',
    '/search?q=room',
    '/settings/profile',
    `/@${ann.handle}`,
    `/@${ann.handle}/${note.id}`,
  ]) {
    await page.goto(path);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});
