import { plainCapital, plainSmall } from './confusables.js';

const DRESSING = /[^\p{L}\p{M}\p{N}]|\p{Default_Ignorable_Code_Point}/gu;
/** Marks on these scripts are accents; on others they may be vowels. */
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{N}])\p{M}+/gu;

/**
 * What a name looks like at a glance: two names with one skeleton can be taken for each other. Case, accents, blanks, signs and invisible
 * characters do not tell names apart; look-alike letters fold into one. Compare skeletons, never show them.
 */
export function skeleton(name: string): string {
  const compatible = name.normalize('NFKC');
  const letters = Array.from(compatible, plainCapital).join('').toLowerCase().normalize('NFD').replace(DRESSING, '');
  const plain = Array.from(letters.replace(ACCENTED, '$1'), plainSmall).join('');
  const joined = plain.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('ci', 'd').replaceAll('ß', 'ss');
  return joined === '' ? compatible : joined;
}
