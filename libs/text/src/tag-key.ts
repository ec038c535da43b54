import { countCodePoints } from './code-points.js';
import { MAX_TAG_CODE_POINTS } from './limits.js';

/** Letters that people type without their stroke or ligature, and that Unicode does not take apart. */
const PLAIN: Record<string, string> = { œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't', ı: 'i', ς: 'σ' };
const PLAIN_LETTER = /[œæøłđħŧıς]/g;
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
/** Stress marks, and the dots of ё. The breve of й and the dots of ї make other letters, as vowel signs do in Hindi or dakuten in Japanese. */
const STRESSED = /([аеиоуыэюяіє])[\u0300\u0301]+|(е)\u0308/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const NOT_IN_NAME = /[^\p{L}\p{M}\p{N}_\u00b7\u30fb\u05f3\u05f4]/gu;
const LEADING_MARKS = /^\p{M}+/u;
const LETTER = /\p{L}/u;
const ASCII_NAME = /^[A-Za-z0-9_]+$/;

/**
 * The identity of a hashtag, written with or without its sign: `#Réunion`, `＃ＲÉＵＮＩＯＮ` and `reunion` give `reunion`. Empty when
 * the name is none: no letter, or too long.
 */
export function tagKey(name: string): string {
  const key = ASCII_NAME.test(name) ? name.toLowerCase() : fold(name);
  return LETTER.test(key) && countCodePoints(key) <= MAX_TAG_CODE_POINTS ? key : '';
}

function fold(name: string): string {
  return withoutAccents(lowered(name).replace(NOT_IN_NAME, '').replace(LEADING_MARKS, ''));
}

/** Text as hashtags are compared: no case, no accents, nothing invisible. Everything else stands where it stood. */
export function foldText(text: string): string {
  return withoutAccents(lowered(text));
}

/** Lower, upper, lower: the way through capitals makes ß and ẞ "ss" and takes ligatures apart. */
function lowered(text: string): string {
  return text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFD').replace(INVISIBLE, '');
}

/** @param text lowered and taken apart */
function withoutAccents(text: string): string {
  return text
    .replace(ACCENTED, '$1')
    .replace(STRESSED, '$1$2')
    .replace(PLAIN_LETTER, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}
