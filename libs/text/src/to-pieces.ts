import type { Entity, Range } from './entities.js';
import { skipCodePoints } from './code-points.js';

export interface Piece<E extends Range = Entity> {
  text: string;
  /** What this stretch of text is; missing for plain text. */
  entity?: E;
}

/**
 * Cuts a text along its ranges, for whoever draws it. The pieces always re-join to the text: a range that overlaps an earlier one or lies
 * outside the text is left plain, since ranges may come over the wire.
 */
export function toPieces<E extends Range>(text: string, entities: readonly E[]): Piece<E>[] {
  const pieces: Piece<E>[] = [];
  let at = 0;
  let points = 0;
  for (const entity of entities) {
    if (entity.start < points) continue;
    const start = skipCodePoints(text, entity.start - points, at);
    const end = skipCodePoints(text, entity.end - entity.start, start);
    if (end === start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, end), entity });
    at = end;
    points = entity.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
