/**
 * The candidate that a slip of the fingers turned into `word`, or null: one letter wrong, missing, extra or swapped; two in longer words.
 * Both sides are short, so the table stays small.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length < 3 || word.length > 12) return null;
  const reach = word.length < 5 ? 1 : 2;
  let best: string | null = null;
  let least = reach + 1;
  for (const candidate of candidates) {
    if (candidate.length < 3 && word.length > 3) continue;
    const distance = slips(word, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Changes between two words: replace, leave out, put in, swap neighbours. */
function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      line.push(cost);
    }
    [beforeLast, last] = [last, line];
  }
  return last[b.length] ?? 0;
}
