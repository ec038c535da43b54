/** Letters that Unicode does not take apart, as the database unaccents them. */
const apart: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', '’': "'" };
const marks = /\p{M}/gu;

/** Small letters without accents. */
export function fold(text: string): string {
  return [...text].map((sign) => foldSign(sign)).join('');
}

function foldSign(sign: string): string {
  const small = sign.normalize('NFD').replace(marks, '').toLowerCase();
  return apart[small] ?? small;
}

/** A folded text that remembers where each of its units stood. */
export interface Folded {
  text: string;
  /** Start in the original of each unit of the folded text, and its length at the end. */
  places: number[];
}

export function foldWithPlaces(original: string): Folded {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const sign of original) {
    const folded = foldSign(sign);
    for (let unit = 0; unit < folded.length; unit += 1) places.push(at);
    text += folded;
    at += sign.length;
  }
  places.push(original.length);
  return { text, places };
}
