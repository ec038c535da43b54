/**
 * Characters that look like a plain letter, by that letter: the part of Unicode's UTS 39 data that Latin, Greek, Cyrillic, Armenian,
 * Cherokee and Lisu lend to names, and digits used as letters. i, l and 1 are one. Kept generous, since a false hit only keeps
 * someone from a name that belongs to staff.
 */
const SMALL: Record<string, string> = {
  a: 'аαɑᴀ4',
  b: 'ьвβʙɓƅᏏ8',
  c: 'сϲᴄ',
  d: 'ԁɗᴅđð',
  e: 'еεҽєɛᴇəǝ3',
  f: 'ғƒꞙϝꜰ',
  g: 'ɡɢցԍƍɠ9',
  h: 'һнհʜћħԋ',
  i: 'ıіιɩɪӏlłʟɭ1ǀⵏ',
  j: 'јϳյʝᴊ',
  k: 'кκᴋƙқҝ',
  m: 'мᴍɱӎ',
  n: 'пηռոɴŋиɲ',
  o: 'оοօσᴏøѳө0',
  p: 'рρƥᴘҏþ',
  q: 'ԛզգɋ',
  r: 'гʀɾɼᴦя',
  s: 'ѕꜱʂςƽ5',
  t: 'тτᴛŧƭ7',
  u: 'υսᴜцʋμ',
  v: 'ѵνᴠⱱ',
  w: 'ԝѡωɯᴡшщա',
  x: 'хχҳ',
  y: 'уγүʏҷƴỿ',
  z: 'ᴢʐƶʑζ2',
};

/** Capitals that look like another letter than their small form does (Η is an H, η an n), and scripts that have capitals only. */
const CAPITAL: Record<string, string> = {
  a: 'ᎪꓮΛ',
  b: 'ᏴꓐᛒВΒ',
  c: 'ᏟꓚⅭ',
  d: 'Ꭰꓓᗞᗪ',
  e: 'ᎬꓰΕΣ',
  f: 'ꓝϜ',
  g: 'Ꮐꓖ',
  h: 'ᎻꓧΗН',
  i: 'ᎥꓲΙᏞꓡ',
  j: 'Ꭻꓙ',
  k: 'Ꮶꓗ',
  m: 'ᎷꓟΜϺ',
  n: 'ꓠΝ',
  o: 'ꓳΟΘՕ',
  p: 'ᏢꓑΡ',
  r: 'ᎡꓣᏒ',
  s: 'ᏚꓢՏ',
  t: 'ᎢꓔΤ',
  u: 'ꓴՍ',
  v: 'Ꮩꓦ',
  w: 'ᎳꓪᏔ',
  x: 'ꓫΧ',
  y: 'ꓬΥҮ',
  z: 'ᏃꓜΖ',
};

/** First letters of the rows that only dress up A to Z, which NFKC leaves alone: 🇦, 🅐, 🅰. */
const DRESSED_ROWS = [0x1f1e6, 0x1f150, 0x1f170];

const small = byLookAlike(SMALL);
const capital = byLookAlike(CAPITAL);

/** The plain letter that a character as written resembles, before any folding of case. */
export function plainCapital(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const row = DRESSED_ROWS.find((first) => code >= first && code < first + 26);
  return row === undefined ? (capital.get(character) ?? character) : String.fromCharCode(0x61 + code - row);
}

/** The plain letter that a lower-case character resembles. */
export function plainSmall(character: string): string {
  return small.get(character) ?? character;
}

function byLookAlike(table: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([plain, alikes]) => Array.from(alikes, (alike): [string, string] => [alike, plain])),
  );
}
