import { continuesWord } from './characters.js';
import { characterAt, characterBefore } from './code-points.js';
import { foldText } from './tag-key.js';

const BLANKS = /\s+/gu;
const APOSTROPHE = /[\u2018\u2019\u02bc\u2032]/g;

/** A text made ready for {@link phraseFinder}, so that many phrases share the work. */
export interface Searchable {
  readonly folded: string;
}

/** Text as phrases are compared: as hashtags are, and one kind of blank and of apostrophe, as keyboards differ in them. */
export function searchable(text: string): Searchable {
  return { folded: foldText(text).replace(APOSTROPHE, "'").replace(BLANKS, ' ').trim() };
}

/**
 * Finds a phrase whatever its case and accents. A phrase that stands for whole words begins and ends where a word does in any
 * script; where a script writes no blanks, words begin and end anywhere.
 * @returns a function that says whether a text holds the phrase; null when nothing of the phrase is left to be found
 */
export function phraseFinder(phrase: string, wholeWords: boolean): ((text: Searchable) => boolean) | null {
  const { folded: wanted } = searchable(phrase);
  if (wanted === '') return null;
  if (!wholeWords) return ({ folded }) => folded.includes(wanted);
  return ({ folded }) => {
    for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1))
      if (isBorder(folded, at) && isBorder(folded, at + wanted.length)) return true;
    return false;
  };
}

/** Whether no word runs across this place. Nothing stands before the start and after the end. */
function isBorder(text: string, at: number): boolean {
  return !(continuesWord(characterBefore(text, at)) && continuesWord(characterAt(text, at)));
}
