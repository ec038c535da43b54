/**
 * Words that common passwords are built from, in English and French, with names and keyboard walks. A list of whole passwords would be long
 * and still miss most: with twelve characters demanded, people lengthen these with years, signs and repetition.
 */
const WORDS = `
  password passwort passphrase motdepasse secret secure security letmein welcome bienvenue bonjour hello admin administrator root
  master login access enter private test testing demo changeme default guest user username company office work team project service
  roost twitter facebook google microsoft windows linkedin github computer internet network server database
  qwerty qwertyuiop qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjkl qsdfghjklm zxcvbn zxcvbnm wxcvbn yxcvbnm poiuytrewq
  qazwsx qazwsxedc wsxedc edcrfv abc abcd abcdef abcdefgh abcdefghijkl alphabet number numbers
  iloveyou jetaime love amour mylove princess princesse sunshine soleil flower fleur chocolate chocolat butterfly papillon
  football soccer baseball basketball hockey superman batman spiderman pokemon starwars dragon monkey tiger shadow killer hunter
  ranger freedom liberty summer winter spring autumn ete hiver printemps automne january february march april may june july august
  september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
  monday friday sunday lundi vendredi dimanche london paris france england america canada
  michael jennifer jordan thomas robert daniel andrew joshua jessica ashley nicole charlie george nicolas camille julien marine
  doudou loulou chouchou coucou cherie maman papa mother father family famille baby angel money trustno the one two three you
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);

const LOOKS_LIKE: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};

/** What must be left, once all that is common is taken out, for a password to hold something of its own. */
const LEAST_OWN = 5;

/**
 * True when a guesser who knows the usual words and habits finds the password early: common words in any order and any disguise,
 * sequences, repetition, years. @param about what is known of the account: its handle, names and address
 */
export function isCommonPassword(password: string, about: readonly string[] = []): boolean {
  const plain = strip(password);
  const known = about.flatMap((text) => strip(text).match(/[a-z]{3,}/g) ?? []).sort((a, b) => b.length - a.length);
  const words = [...known, ...WORDS];
  return [plain, disguised(plain)].some((text) => own(text, words) < LEAST_OWN);
}

/** How many different characters are left after common words, figures in a row or repeated, and signs are taken out. */
function own(text: string, words: readonly string[]): number {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, ' ');
  rest = rest.replace(/(?:19|20)\d\d/g, ' ');
  return new Set(withoutRuns(rest).replace(/[^\p{L}\p{N}]/gu, '')).size;
}

/** Takes out runs of three and more neighbours (`abc`, `321`, `aaa`). */
function withoutRuns(text: string): string {
  const characters = Array.from(text);
  return characters
    .filter(
      (_, index) =>
        ![-2, -1, 0].some((offset) => isRun(characters.slice(index + offset < 0 ? 0 : index + offset, index + offset + 3))),
    )
    .join('');
}

function isRun(three: readonly string[]): boolean {
  const [a, b, c] = three.map((character) => character.codePointAt(0) ?? 0);
  if (a === undefined || b === undefined || c === undefined) return false;
  return b - a === c - b && Math.abs(b - a) <= 1;
}

function disguised(text: string): string {
  return Array.from(text, (character) => LOOKS_LIKE[character] ?? character).join('');
}

function strip(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
}
