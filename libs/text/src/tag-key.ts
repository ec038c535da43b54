import { countCodePoints } from './code-points.js';
import { MAX_TAG_CODE_POINTS } from './limits.js';

/** Letters that people type without their stroke or ligature, and that Unicode does not take apart. */
const PLAIN: Record<string, string> = { œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't', ı: 'i', ς: 'σ' };
const PLAIN_LETTER = /[œæøłđħŧıς]/g;
/** Accents only: in Latin and Greek every mark, in Cyrillic the dots of ё and stress marks. й, ї, が, का keep what makes them letters. */
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
const CYRILLIC_ACCENTED = /([аеиоуыэюяіє])[\u0300\u0301]+|(е)\u0308/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const NOT_IN_NAME = /[^\p{L}\p{M}\p{N}_\u00b7\u30fb\u05f3\u05f4]/gu;
const LETTER = /\p{L}/u;

/**
 * The identity of a hashtag, written with or without its sign: `#Réunion`, `＃ＲÉＵＮＩＯＮ` and `reunion` give `reunion`. Empty when
 * the name is none: no letter, or too long.
 */
export function tagKey(name: string): string {
  const folded = name.replace(/^[#\uff03]/, '').normalize('NFKC').toLowerCase().toUpperCase().toLowerCase();
  const key = folded
    .normalize('NFD')
    .replace(INVISIBLE, '')
    .replace(ACCENTED, '$1')
    .replace(CYRILLIC_ACCENTED, '$1$2')
    .replace(PLAIN_LETTER, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .replace(NOT_IN_NAME, '');
  return LETTER.test(key) && countCodePoints(key) <= MAX_TAG_CODE_POINTS ? key : '';
}
