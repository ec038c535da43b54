import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until this has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Goes to a field and writes into it. */
export async function write(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}

/** Goes to a button or link and presses it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Opens the list of commands, writes and takes what fits best. */
export async function command(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Main', exact: true })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  const lines = page.getByRole('listbox', { name: 'Commands' });
  await expect(lines.getByRole('option', { selected: true })).toContainText(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Go to, do, or find somebody' })).toHaveCount(0);
}

/** Walks an open menu down to this line and takes it. */
export async function choose(page: Page, name: string): Promise<void> {
  const line = page.getByRole('menuitem', { name });
  await expect(line).toBeVisible();
  for (let presses = 0; presses < 20; presses += 1) {
    if (await line.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(line).toBeFocused();
  await page.keyboard.press('Enter');
}
