const JOINED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const WORD = /[\p{L}\p{M}\p{N}_]/u;

/** A letter, digit, mark or underscore in any script. */
export function isWord(character: string): boolean {
  return WORD.test(character);
}

/** A character of a script that runs words or particles together, so that its touching a name or an address says nothing. */
export function isJoined(character: string): boolean {
  return JOINED.test(character);
}

/** A word character that would belong to the same word: "é" after "@ren" does, "さん" after "@ann" does not. */
export function continuesWord(character: string): boolean {
  return isWord(character) && !isJoined(character);
}
