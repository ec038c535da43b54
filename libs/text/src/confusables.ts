/**
 * Letters that look like a plain one, by the plain letter, after NFKC, lower-casing and dropping of marks: the part of Unicode's UTS 39
 * that Latin, Greek, Cyrillic, Armenian and Cherokee give to names. Kept generous: a false hit only costs someone a staff member's name.
 */
const LOOK_ALIKES: Record<string, string> = {
  a: 'аαɑᴀ@4ꭺ',
  b: 'ЬьвβʙƄᏏɓᖯ8',
  c: 'сϲᴄ¢ꮯϹⅽ',
  d: 'ԁɗᏧꓒᴅđð',
  e: 'еεҽєɛᴇ3ℯ℮ə',
  f: 'ƒғꞙẝϝ',
  g: 'ɡɢցԍƍɠ9',
  h: 'һнհʜђћħԋ',
  i: 'ıіιɩɪӏlј1|!ꭵⅼǀɭłіĺյ',
  k: 'кκᴋƙқҝ',
  m: 'мᴍɱӎ',
  n: 'пηռոɴŋпиɲ',
  o: 'оοօσ0ᴏøӧѳ၀ഠ',
  p: 'рρƥᴘҏþ',
  q: 'ԛզգɋ',
  r: 'гʀɾɼꮁяᴦ',
  s: 'ѕꜱʂς5$ƽ',
  t: 'тτᴛŧƭ7',
  u: 'υսᴜцʋµ',
  v: 'ѵνᴠⱱ',
  w: 'ԝѡωɯᴡшщա',
  x: 'хχҳ×',
  y: 'уγүʏҷƴүỿ',
  z: 'ᴢʐƶʑ2ȥ',
};

const PLAIN_FORM = new Map<string, string>(
  Object.entries(LOOK_ALIKES).flatMap(([plain, alikes]) => [...alikes].map((alike): [string, string] => [alike, plain])),
);

/** The plain letter that a character resembles, or the character itself. */
export function plainForm(character: string): string {
  return PLAIN_FORM.get(character) ?? character;
}
