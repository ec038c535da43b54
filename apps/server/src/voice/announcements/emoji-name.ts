const EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');
/** Asks for the coloured picture of a sign that is a letter too, such as ❤. Some keyboards leave it out. */
const COLOURED = '\uFE0F';

/** One emoji in the one spelling that is stored, or null for anything else. */
export function emojiName(text: string): string | null {
  const name = text.normalize('NFC');
  if (EMOJI.test(name)) return name;
  const coloured = `${name}${COLOURED}`;
  return EMOJI.test(coloured) ? coloured : null;
}
