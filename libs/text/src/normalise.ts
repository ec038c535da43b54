const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g;
/** C0 but for tab and newline, DEL and C1: no one types them, and PostgreSQL refuses NUL. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u;

/** Everything `normalise` does except trimming, for callers that must find their way back into what was typed. */
export function canonical(text: string): string {
  return text.toWellFormed().replace(LINE_BREAK, '\n').replace(CONTROL, '').normalize('NFC');
}

/**
 * The one form in which text is counted, stored and compared: NFC, one kind of line break, no control characters (dropped, not
 * refused: they arrive by pasting and nobody could find them), lone surrogates replaced by U+FFFD, blanks at both ends cut.
 * Bidi controls stay: the client isolates every text it shows.
 */
export function normalise(text: string): string {
  return canonical(text).trim();
}

/** Says whether a reader would see nothing: blanks, zero-width characters, fillers. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}
