import { skipCodePoints } from './code-points.js';
import type { Entity, ParsedText } from './entities.js';
import { toPieces } from './to-pieces.js';

export interface HtmlLinks {
  /** The account behind a handle; nothing for a name nobody has, which then stays plain text. */
  mention(handle: string): { url: string; username: string } | undefined;
  /** The page of a tag, by its key. */
  tagUrl(name: string, written: string): string;
}

const SHOWN_OF_LINK = 30;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The `content` that Mastodon clients expect, made from the ranges on the way out. No HTML is ever read, so none gets through. */
export function toHtml(parsed: Pick<ParsedText, 'text' | 'entities'>, links: HtmlLinks): string {
  if (parsed.text === '') return '';
  const body = toPieces(parsed.text, parsed.entities).map((piece) =>
    piece.entity === undefined ? plainHtml(piece.text) : entityHtml(piece.entity, piece.text, links),
  );
  return `<p>${body.join('')}</p>`;
}

function entityHtml(entity: Entity, text: string, links: HtmlLinks): string {
  if (entity.type === 'link') return linkHtml(entity.url);
  if (entity.type === 'tag') {
    const href = escape(links.tagUrl(entity.name, entity.written));
    return `<a href="${href}" class="mention hashtag" rel="tag">#<span>${escape(entity.written)}</span></a>`;
  }
  const account = links.mention(entity.handle);
  if (account === undefined) return escape(text);
  const name = `@<span>${escape(account.username)}</span>`;
  return `<span class="h-card" translate="no"><a href="${escape(account.url)}" class="u-url mention">${name}</a></span>`;
}

function linkHtml(url: string): string {
  const schemeEnd = url.indexOf('://') + 3;
  const shownEnd = skipCodePoints(url, SHOWN_OF_LINK, schemeEnd);
  const shown = `<span class="${shownEnd < url.length ? 'ellipsis' : ''}">${escape(url.slice(schemeEnd, shownEnd))}</span>`;
  const parts = `${invisible(url.slice(0, schemeEnd))}${shown}${invisible(url.slice(shownEnd))}`;
  return `<a href="${escape(url)}" target="_blank" rel="nofollow noopener" translate="no">${parts}</a>`;
}

function invisible(text: string): string {
  return `<span class="invisible">${escape(text)}</span>`;
}

function plainHtml(text: string): string {
  return escape(text)
    .replace(/\n{2,}/g, '</p><p>')
    .replaceAll('\n', '<br />');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
