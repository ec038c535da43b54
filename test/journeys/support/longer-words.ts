import type { BrowserContext, Page } from '@playwright/test';
import { runInNewContext } from 'node:vm';

/** Stands in every lengthened word, and in nothing that people write here. */
const MARK = 'ə';

type Piece = string | [string, string?, (Record<string, unknown> | string)?];

/** Every word two fifths longer, as some languages are. */
function longer(text: string): string {
  return text.replace(/\p{L}[\p{L}’'-]*/gu, (word) => word + MARK.repeat(Math.ceil(word.length * 0.4)));
}

/** Lengthens the words of a compiled message, and leaves what is filled in and what marks parts. */
function lengthen(message: unknown): unknown {
  if (typeof message === 'string')
    return message
      .split(/(<\/?\d+\/?>)/u)
      .map((part) => (part.startsWith('<') ? part : longer(part)))
      .join('');
  if (!Array.isArray(message)) return message;
  return (message as Piece[]).map((piece) => {
    if (typeof piece === 'string') return lengthen(piece);
    const [name, kind, options] = piece;
    if (options === undefined || typeof options === 'string') return piece;
    return [
      name,
      kind,
      Object.fromEntries(Object.entries(options).map(([key, part]) => [key, key === 'offset' ? part : lengthen(part)])),
    ];
  });
}

/** Has the pages of this context speak with longer words. */
export async function speakLonger(context: BrowserContext): Promise<void> {
  await context.route(/\/assets\/en-[^/]*\.js$/u, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /JSON\.parse\((`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\)/u,
      (_, literal: string) => {
        // The catalogue as the build wrote it: a literal of a string of JSON.
        const catalogue = JSON.parse(runInNewContext(literal) as string) as Record<string, unknown>;
        return JSON.stringify(Object.fromEntries(Object.entries(catalogue).map(([id, message]) => [id, lengthen(message)])));
      },
    );
    await route.fulfill({ response, body });
  });
}

/** Texts of the interface that are cut off, run out of the screen or lie under an edge; each says which and where. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate((mark) => {
    const found: string[] = [];
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.includes(mark) || !parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const say = (what: string) => found.push(`${what}: ${node.textContent?.trim()} (${parent.className})`);
      let hidden = false;
      for (let above: HTMLElement | null = parent; above && !hidden; above = above.parentElement) {
        const style = getComputedStyle(above);
        // For assistive technology only.
        if (style.clipPath !== 'none' || style.clip !== 'auto') hidden = true;
        // What can be scrolled is not lost.
        if (/auto|scroll/u.test(style.overflowX)) hidden = true;
        if (hidden || style.display === 'inline' || style.overflowX === 'visible') continue;
        const edge = above.getBoundingClientRect();
        if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 3 || box.top < edge.top - 3) {
          say('cut off');
          hidden = true;
        }
      }
      if (!hidden && (box.left < -1 || box.right > wide + 1)) say('out of the screen');
    }
    return found;
  }, MARK);
}
