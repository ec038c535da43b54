const AUTHORITY = /^https?:\/\/(?:[^/?#]*@)?([^/?#]*)/i;
const ASCII = /^[\x21-\x7e]*$/;
/** Plain Latin with the accents and letters that European names have; Latin look-alikes such as ɑ or ı are not among them. */
const LATIN = /^(?:[a-z\d-]\p{M}{0,2}|[œæøßłđðþ])*$/u;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{M}ー\d-]*$/u;

/**
 * What the web client shows of an address: its host, with the port if it has one, without "www.". A name whose letters could be taken for
 * others is shown in its ASCII form, so that a Cyrillic "аррӏе.com" cannot pose as another.
 */
export function displayLink(url: string): string {
  const host = (AUTHORITY.exec(url)?.[1] ?? url).toLowerCase();
  const shown = host.split('.').every(isHonest) ? host : asciiHost(url, host);
  return shown.startsWith('www.') ? shown.slice(4) : shown;
}

function isHonest(label: string): boolean {
  if (ASCII.test(label)) return true;
  const name = label.replace(/:\d{1,5}$/, '').normalize('NFD');
  return LATIN.test(name) || EAST_ASIAN.test(name.normalize('NFC'));
}

function asciiHost(url: string, fallback: string): string {
  return URL.canParse(url) ? new URL(url).host : fallback;
}
