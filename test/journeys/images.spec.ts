import sharp from 'sharp';
import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.js';
import { composer, live, pill, post } from './support/screen.js';

const picture = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 360, channels: 3, background: colour } })
    .png()
    .toBuffer();

/** Pastes a picture into what has the focus. */
async function paste(page: Page, file: Buffer): Promise<void> {
  await composer(page).evaluate((field, bytes) => {
    const clipboardData = new DataTransfer();
    const content = Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
    clipboardData.items.add(new File([content], 'pasted.png', { type: 'image/png' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, file.toString('base64'));
}

test('a chosen picture asks once for a description and is seen, with it, in the other browser', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  await ben.follows(ann);
  const his = await browse(ben, '/home');
  await live(his);
  const hers = await browse(ann, '/home');
  await composer(hers).fill('The new entrance');
  await hers
    .locator('input[type=file]')
    .setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: await picture('#aa4433') });
  const description = hers.getByRole('textbox', { name: 'Describe image 1' });
  await expect(description).toBeVisible();
  await hers.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(hers.getByRole('main').getByText('Post without a description?')).toBeVisible();
  await expect(description).toBeFocused();
  await expect(hers.getByRole('button', { name: 'Post without a description' })).toBeVisible();
  await description.fill('A red door between two oaks');
  await hers.getByRole('button', { name: 'Post', exact: true }).click();

  await expect(pill(his)).toBeVisible({ timeout: 20_000 });
  await pill(his).click();
  const image = post(his, 'The new entrance').getByRole('img', { name: 'A red door between two oaks' });
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth))
    .toBeGreaterThan(0);
  await post(his, 'The new entrance').getByRole('button', { name: 'ALT, image description' }).click();
  await expect(post(his, 'The new entrance').getByText('A red door between two oaks')).toBeVisible();
});

test('a pasted picture survives a reload with its description; without one it leaves at the second press', async ({
  person,
  browse,
}) => {
  const ann = await person('Ann');
  const page = await browse(ann, '/home');
  await composer(page).click();
  await paste(page, await picture('#336699'));
  const description = page.getByRole('textbox', { name: 'Describe image 1' });
  await description.fill('Blue');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(description).toHaveValue('Blue');
  await description.fill('');
  await composer(page).press('Control+Enter');
  await expect(page.getByRole('main').getByText('Post without a description?')).toBeVisible();
  await page.getByRole('button', { name: 'Post without a description' }).click();
  await expect(page.getByRole('img', { name: 'Image without a description' })).toBeVisible({ timeout: 20_000 });
});

test('what is no picture is refused by name, and a fifth picture too', async ({ person, browse }) => {
  const ann = await person('Ann');
  const page = await browse(ann, '/home');
  await composer(page).click();
  const files = page.locator('input[type=file]');
  await files.setInputFiles({ name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('Dear Sir or Madam') });
  await expect(page.getByText('“letter.png” could not be read.').first()).toBeVisible();
  const buffer = await picture('#118855');
  await files.setInputFiles([1, 2, 3, 4, 5].map((number) => ({ name: `${number}.png`, mimeType: 'image/png', buffer })));
  await expect(page.getByText('A post holds 4 images.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Describe image/ })).toHaveCount(4);
  await page.getByRole('button', { name: 'Remove image 2' }).click();
  await expect(page.getByRole('textbox', { name: /^Describe image/ })).toHaveCount(3);
});
