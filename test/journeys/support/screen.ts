import { expect, type Locator, type Page } from '@playwright/test';

/** The composer that stands on the page, or the one over it. */
export function composer(page: Page | Locator): Locator {
  return page.getByRole('textbox', { name: 'Post text' });
}

/** The posts of a list that hold this text. */
export function post(page: Page, text: string): Locator {
  return page.getByRole('article').filter({ hasText: text });
}

/** Waits until the page hears of what happens by itself; before that, something posted elsewhere might be part of the first answer. */
export async function live(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: /^(Main|Navigation principale)$/ })).toContainText(/Live|En direct/);
}

export function pill(page: Page): Locator {
  return page.getByRole('button', { name: /^\d+\+? new posts?/ });
}

/** Opens the menu of a post and chooses. */
export async function choose(of: Locator, what: string): Promise<void> {
  await of.hover();
  await of.getByRole('button', { name: 'More actions' }).click();
  await of.page().getByRole('menuitem', { name: what }).click();
}
