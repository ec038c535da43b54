import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];
/** The rules whose answer depends on colours; all others answer alike in both themes. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands, in both themes and at both widths; each finding names where. */
export async function findings(page: Page, widths = WIDTHS): Promise<string[]> {
  const found: string[] = [];
  for (const size of widths) {
    await page.setViewportSize(size);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      // Legacy mode spares a second page for each look; it only lacks frames of other origins, and Roost has none.
      const axe = new AxeBuilder({ page }).setLegacyMode();
      if (theme === 'light') axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
      else axe.withRules(COLOURS);
      const { violations } = await axe.analyze();
      for (const { id, nodes } of violations)
        for (const { html, any } of nodes) {
          const { pathname, search } = new URL(page.url());
          found.push(`${pathname}${search} ${theme} ${size.width}: ${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`);
        }
    }
  }
  return found;
}
