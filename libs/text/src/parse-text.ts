import { codeSpans } from './code-spans.js';
import { countCodePoints } from './code-points.js';
import type { Entity, ParseOptions, ParsedText } from './entities.js';
import { countGraphemes } from './graphemes.js';
import { LINK_LENGTH } from './limits.js';
import { normalise } from './normalise.js';
import { recogniseLink } from './recognise-link.js';
import { recogniseMention } from './recognise-mention.js';
import { recogniseTag } from './recognise-tag.js';
import { toPieces } from './to-pieces.js';

const CANDIDATE = /[@#\uff03](?![@#\uff03\s])|https?:\/\//gi;
const LINK_STAND_IN = 'x'.repeat(LINK_LENGTH);

/** An entity before its place in the text is counted in code points; none for a stretch that was refused and must not be read again. */
type Found = { entity?: Unplaced<Entity>; end: number };
type Unplaced<E> = E extends Entity ? Omit<E, 'start' | 'end'> : never;

/** The one reading of a text, on the server and in the composer: normalises it, finds mentions, tags and links, and measures it. */
export function parseText(text: string, options: ParseOptions = {}): ParsedText {
  const normal = normalise(text);
  const entities = findEntities(normal, options.domain);
  return { text: normal, entities, length: measureParsed(normal, entities), codePoints: countCodePoints(normal) };
}

function findEntities(text: string, domain: string | undefined): Entity[] {
  const entities: Entity[] = [];
  const isCode = inOrder(codeSpans(text));
  let counted = 0;
  let points = 0;
  CANDIDATE.lastIndex = 0;
  for (let candidate = CANDIDATE.exec(text); candidate !== null; candidate = CANDIDATE.exec(text)) {
    const at = candidate.index;
    const found = recognise(text, at, isCode(at), domain);
    if (found === undefined) continue;
    CANDIDATE.lastIndex = found.end;
    if (found.entity === undefined) continue;
    const start = points + countCodePoints(text, counted, at);
    const end = start + countCodePoints(text, at, found.end);
    entities.push({ ...found.entity, start, end });
    counted = found.end;
    points = end;
  }
  return entities;
}

/** Addresses are links in code too: they count 23 in every app, and here as well. */
function recognise(text: string, at: number, isCode: boolean, domain: string | undefined): Found | undefined {
  const sign = text[at];
  if (sign === '@') {
    const mention = isCode ? undefined : recogniseMention(text, at, domain);
    return mention && { entity: { type: 'mention', handle: mention.handle }, end: mention.end };
  }
  if (sign === '#' || sign === '\uff03') {
    const tag = isCode ? undefined : recogniseTag(text, at);
    return tag && { entity: { type: 'tag', name: tag.name, written: tag.written }, end: tag.end };
  }
  const link = recogniseLink(text, at);
  return link && { entity: link.url === undefined ? undefined : { type: 'link', url: link.url }, end: link.end };
}

/** Asks whether an offset lies in one of the ranges; the offsets must come in order, which keeps the whole reading linear. */
function inOrder(ranges: readonly { start: number; end: number }[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while ((ranges[next]?.end ?? Infinity) <= at) next += 1;
    return (ranges[next]?.start ?? Infinity) <= at;
  };
}

/** Counts with a stand-in for each link, so that a mark right after an address joins it, as it does in every app. */
function measureParsed(text: string, entities: Entity[]): number {
  if (!entities.some((entity) => entity.type === 'link')) return countGraphemes(text);
  const pieces = toPieces(text, entities);
  return countGraphemes(pieces.map((piece) => (piece.entity?.type === 'link' ? LINK_STAND_IN : piece.text)).join(''));
}
