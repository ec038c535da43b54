import { normalise, parseText, surplusStart, toPieces } from '@roost/text';

/** A stretch of the typed text and how the layer behind the field draws it. */
export interface MirrorPiece {
  text: string;
  entity: boolean;
  over: boolean;
}

/** Cuts the text as it was typed along its mentions, tags and addresses, and where it becomes too long. The pieces re-join to it. */
export function mirrorPieces(typed: string, spoiler: string): MirrorPiece[] {
  const limit = surplusStart(typed, { spoiler }) ?? typed.length;
  const pieces: MirrorPiece[] = [];
  let at = 0;
  for (const { text, entity } of entityPieces(typed)) {
    const within = Math.max(0, Math.min(text.length, limit - at));
    if (within > 0) pieces.push({ text: text.slice(0, within), entity, over: false });
    if (within < text.length) pieces.push({ text: text.slice(within), entity, over: true });
    at += text.length;
  }
  return pieces;
}

function entityPieces(typed: string): { text: string; entity: boolean }[] {
  const parsed = parseText(typed);
  const lead = typed.length - typed.trimStart().length;
  // Text that normalising would rewrite has other offsets than its entities: it is drawn plain until the next key.
  if (typed.slice(lead).trimEnd() !== parsed.text || normalise(typed) !== parsed.text) return [{ text: typed, entity: false }];
  const tail = typed.slice(lead + parsed.text.length);
  return [
    { text: typed.slice(0, lead), entity: false },
    ...toPieces(parsed.text, parsed.entities).map((piece) => ({ text: piece.text, entity: piece.entity !== undefined })),
    { text: tail, entity: false },
  ].filter((piece) => piece.text !== '');
}
