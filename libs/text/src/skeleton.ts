import { plainForm } from './confusables.js';

const MARK_OR_INVISIBLE = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const NOT_SAYING_WHO = /[^\p{L}\p{N}]/gu;

/**
 * What a name looks like at a glance: two names with one skeleton can be taken for each other. Case, accents, blanks, signs and invisible
 * characters do not tell names apart; look-alike letters fold into one. Compare skeletons, never show them.
 */
export function skeleton(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase().normalize('NFD').replace(MARK_OR_INVISIBLE, '');
  const plain = Array.from(folded, plainForm).join('').replace(NOT_SAYING_WHO, '');
  const joined = plain.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
  return joined === '' ? folded : joined;
}
