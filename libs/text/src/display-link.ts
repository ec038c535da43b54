import { skeleton } from './skeleton.js';

const AUTHORITY = /^https?:\/\/([^/?#]*)/i;
const ONE_SCRIPT = /^(?:[\p{Script=Latin}\p{M}\d-]*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{M}ー\d-]*)$/u;

/**
 * What the web client shows of an address: its host, with the port if it has one. A host whose letters could be taken for others is shown
 * in its ASCII form, so that a Cyrillic "аррӏе.com" cannot pose as another.
 */
export function displayLink(url: string): string {
  const authority = (AUTHORITY.exec(url)?.[1] ?? url).toLowerCase();
  const shown = authority.split('.').every(isPlain) ? authority : asciiHost(url, authority);
  return shown.startsWith('www.') ? shown.slice(4) : shown;
}

function isPlain(label: string): boolean {
  const name = label.replace(/:\d*$/, '').normalize('NFC');
  if (/^[\x21-\x7e]*$/.test(name)) return true;
  return ONE_SCRIPT.test(name) && skeleton(name) !== '';
}

function asciiHost(url: string, fallback: string): string {
  return URL.canParse(url) ? new URL(url).host : fallback;
}
