import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.js';

async function chooseInMenu(page: Page, menu: string, choice: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: menu }).click();
  const stored = page.waitForResponse((answer) => answer.url().endsWith('/preferences') && answer.request().method() === 'PATCH');
  await page.getByRole('menuitemradio', { name: choice }).click();
  expect((await stored).ok()).toBe(true);
}

/** How light the page is, from 0 to 255. */
function lightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('no canvas');
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  });
}

test('French is chosen once: it stays over a reload, in another browser and after signing out', async ({ person, browse }) => {
  const ann = await person('Ann');
  const page = await browse(ann, '/home');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await chooseInMenu(page, 'Your account and settings', 'Français');
  for (const step of ['at once', 'after a reload']) {
    await expect(page.locator('html'), step).toHaveAttribute('lang', 'fr');
    await expect(page.getByRole('heading', { level: 1 }), step).toHaveText('Accueil');
    await expect(page.getByRole('button', { name: 'Nouveau message' }), step).toBeVisible();
    await expect(page, step).toHaveTitle(/^Accueil, /);
    await expect(page.getByText('Votre fil est calme'), step).toBeVisible();
    await page.reload();
  }
  const other = await browse(ann, '/home');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Accueil');

  await page.getByRole('navigation').getByRole('button', { name: 'Votre compte et vos réglages' }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('heading', { name: 'Se connecter à Roost' })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Roost' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a browser that prefers French is met in French', async ({ browse }) => {
  const page = await browse(null, '/sign-in', { locale: 'fr-FR' });
  await expect(page.getByRole('heading', { name: 'Se connecter à Roost' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

test('dark is dark at once, after a reload before anything is drawn, and light again when chosen', async ({ person, browse }) => {
  const ann = await person('Ann');
  const page = await browse(ann, '/home');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home');
  expect(await lightness(page)).toBeGreaterThan(200);
  await chooseInMenu(page, 'Your account and settings', 'Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await lightness(page)).toBeLessThan(60);

  // Without an answer of the server there is no page yet, but the theme is there.
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await lightness(page)).toBeLessThan(60);
  await page.unroute('**/api/**');
  await page.reload();
  await chooseInMenu(page, 'Your account and settings', 'Light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await lightness(page)).toBeGreaterThan(200);
});

test('without a choice the theme is that of the device', async ({ browse }) => {
  const page = await browse(null, '/sign-in', { colorScheme: 'dark' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await lightness(page)).toBeLessThan(60);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await lightness(page)).toBeGreaterThan(200);
});
