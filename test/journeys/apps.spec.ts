import type { Page } from '@playwright/test';
import { type CredentialApplication, OUT_OF_BAND } from '@roost/contracts';
import type { Person, Roost } from '@roost/test-kit';
import { findings } from './support/axe.js';
import { expect, PASSWORD, test } from './support/journey.js';

const CALLBACK = 'https://elk.example/oauth?next=%2Fhome';

async function register(roost: Roost, fields: Record<string, unknown> = {}): Promise<CredentialApplication> {
  const answer = await roost.anonymous.post<CredentialApplication>('/api/v1/apps', {
    client_name: 'Elk',
    website: 'https://elk.example/',
    redirect_uris: CALLBACK,
    scopes: 'read write follow push',
    ...fields,
  });
  return answer.body;
}

function authorizePath(app: CredentialApplication, fields: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: app.client_id,
    redirect_uri: app.redirect_uris[0] ?? '',
    scope: 'read write follow push',
    ...fields,
  });
  return `/oauth/authorize?${query.toString()}`;
}

/** The app's own page stands in the test: nothing is asked of the network. */
async function catchReturn(page: Page): Promise<void> {
  await page.route('https://elk.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Elk</h1>' }));
}

async function signIn(page: Page, who: Person): Promise<void> {
  await page.getByLabel('Work email or handle').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
}

function exchange(roost: Roost, app: CredentialApplication, code: string) {
  return roost.anonymous.post<{ access_token: string; scope: string }>('/oauth/token', {
    grant_type: 'authorization_code',
    client_id: app.client_id,
    client_secret: app.client_secret,
    redirect_uri: app.redirect_uris[0],
    code,
  });
}

test('an app sends somebody who is signed out: they sign in on the way, let it in, and the app gets its state back to the letter', async ({
  roost,
  person,
  browse,
}) => {
  const ann = await person('Ann');
  const app = await register(roost);
  const page = await browse(null);
  await catchReturn(page);
  const state = '{"n":1e5,"t":"007 é+&"}';
  await page.goto(authorizePath(app, { state }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to let Elk in');
  await expect(page.getByRole('link', { name: 'elk.example' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await signIn(page, ann);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Let Elk in?');
  await expect(page.getByText(`It would act for @${ann.handle}`)).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText([
    'read everything you can read',
    'post in your name and change everything you can change',
    'follow, mute and block people for you',
    'receive your notifications while it is closed',
  ]);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Let it in' }).click();
  await page.waitForURL(/^https:\/\/elk\.example/);
  const back = new URL(page.url());
  expect(back.searchParams.get('next')).toBe('/home');
  expect(back.searchParams.get('state')).toBe(state);
  const token = await exchange(roost, app, back.searchParams.get('code') ?? '');
  expect(token.body.scope).toBe('read write follow push');
});

test('a no goes back to the app without a code', async ({ roost, person, browse }) => {
  const app = await register(roost);
  const page = await browse(await person('Ann'));
  await catchReturn(page);
  await page.goto(authorizePath(app, { state: '12345678901234567890' }));
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.waitForURL(/^https:\/\/elk\.example/);
  const back = new URL(page.url());
  expect([back.searchParams.get('error'), back.searchParams.get('state'), back.searchParams.get('code')]).toEqual([
    'access_denied',
    '12345678901234567890',
    null,
  ]);
});

test('a second account signs in anew, when the app or the person asks for it', async ({ roost, person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const app = await register(roost);
  const page = await browse(ann, authorizePath(app, { force_login: 'true', lang: 'fr' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se connecter pour laisser entrer Elk');
  await page.getByRole('button', { name: 'English' }).click();
  await signIn(page, ben);
  await expect(page.getByText(`It would act for @${ben.handle}`)).toBeVisible();
  await page.getByRole('button', { name: 'Not you?' }).click();
  await signIn(page, ann);
  await expect(page.getByText(`It would act for @${ann.handle}`)).toBeVisible();
});

test('an app without an address gets its code by hand, on a phone too', async ({ roost, person, browse }) => {
  const ann = await person('Ann');
  const app = await register(roost, { client_name: 'toot', redirect_uris: OUT_OF_BAND });
  const page = await browse(ann, authorizePath(app), { viewport: { width: 320, height: 640 } });
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect(page.getByText('You get a code to paste into the app')).toBeVisible();
  expect(await sideways()).toBe(0);
  await page.getByRole('button', { name: 'Let it in' }).click();
  const code = await page.getByRole('status', { name: 'Code' }).textContent();
  expect(await sideways()).toBe(0);
  expect(new URL(page.url()).searchParams.get('code')).toBe(code);
  expect((await exchange(roost, app, code ?? '')).status).toBe(200);
  await page.goto('/oauth/authorize/native?code=call+0800-scam');
  await expect(page.getByText('There is no code here')).toBeVisible();
});

test('an app with a scheme of its own is opened, and what stays says so', async ({ roost, person, browse }) => {
  const app = await register(roost, { client_name: 'Ice Cubes', redirect_uris: 'icecubesapp://' });
  const page = await browse(await person('Ann'), authorizePath(app));
  await expect(page.getByText('You go back to icecubesapp')).toBeVisible();
  await page.getByRole('button', { name: 'Let it in' }).click();
  await expect(page.getByRole('link', { name: 'Open the app' })).toHaveAttribute('href', /^icecubesapp:\/\/\?code=[\w-]{43}$/);
});

test('connected apps are seen in the settings and let go by keyboard, which ends them at once', async ({
  roost,
  person,
  browse,
}) => {
  const ann = await person('Ann');
  const app = await register(roost);
  const page = await browse(ann);
  await catchReturn(page);
  await page.goto(authorizePath(app, { scope: 'read:statuses push' }));
  await page.getByRole('button', { name: 'Let it in' }).click();
  await page.waitForURL(/^https:\/\/elk\.example/);
  const { body } = await exchange(roost, app, new URL(page.url()).searchParams.get('code') ?? '');
  const client = ann.withToken(body.access_token);
  expect((await client.get('/api/v1/timelines/home')).status).toBe(200);

  await page.goto('/settings/apps');
  const row = page.getByRole('listitem').filter({ hasText: 'elk.example' });
  await expect(row).toContainText('read the posts you can read, and search them');
  await expect(row).toContainText('receive your notifications while it is closed');
  expect(await findings(page)).toEqual([]);
  await row.getByRole('button', { name: 'Disconnect Elk' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(dialog).toContainText('Disconnect Elk?');
  await dialog.getByRole('button', { name: 'Disconnect' }).press('Enter');
  await expect(row).toHaveCount(0);
  await expect.poll(async () => (await client.get('/api/v1/timelines/home')).status).toBe(401);
});
