import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.js';
import { cutOff, speakLonger } from './support/longer-words.js';

const widths = [1280, 320];

async function look(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForLoadState('networkidle');
      for (const what of await cutOff(page)) found.push(`${path} ${width}: ${what}`);
    }
  }
  return found;
}

test('words two fifths longer fit before one is signed in', async ({ browse }) => {
  const page = await browse(null, '/livez');
  await speakLonger(page.context());
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ə');
  expect(
    await look(page, ['/sign-in', '/sign-in?notice=signed_out', '/sign-up', '/reset', '/reset#secret', '/confirm', '/set-up']),
  ).toEqual([]);
});

test('words two fifths longer fit on every page inside', async ({ person, browse }) => {
  // Thirty pages, one after the other.
  test.setTimeout(400_000);
  const ann = await person('Ann', { role: 'administrator' });
  const ben = await person('Ben');
  const desk = await person('Desk', { kind: 'official' });
  await ann.follows(ben);
  await ben.follows(ann);
  await ann.done('POST', '/api/v1/tags/lunch/follow');
  await desk.publishes('The canteen opens at eleven #Lunch');
  await ben.publishes('A warning first', { spoiler_text: 'Spiders', sensitive: true });
  const note = await ben.publishes(`Hello @${ann.handle}`, { visibility: 'private' });
  const answer = await ann.publishes('Good morning', { in_reply_to_id: note.id });
  await ben.done('POST', `/api/v1/statuses/${answer.id}/favourite`);
  await ann.done('PUT', `/api/v1/statuses/${answer.id}`, { status: 'Good evening' });

  const page = await browse(ann, '/livez');
  await speakLonger(page.context());
  await page.goto('/home');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ə');
  const found = await look(page, [
    ...['/home', '/home?feed=company', '/compose', '/nothing/here', '/notifications', '/notifications?type=mentions'],
    ...[
      '/saved',
      '/saved?list=likes',
      '/lists',
      '/tag/Lunch',
      '/tag/Empty',
      '/search',
      '/search?q=the+OR+good',
      '/search?q=form:ann',
    ],
    ...['/search?q=from:ben+xyzzy', '/search?q=a&type=people', '/search?q=a&type=tags'],
    ...['profile', 'account', 'sessions', 'apps', 'appearance', 'language', 'hidden', 'filters', 'people'].map(
      (name) => `/settings/${name}`,
    ),
    ...[`/@${ben.handle}`, `/@${ben.handle}?tab=media`, `/@${ben.handle}?tab=followers`, `/@${ann.handle}`],
    `/@${ben.handle}/${note.id}`,
  ]);
  expect(found).toEqual([]);
});
