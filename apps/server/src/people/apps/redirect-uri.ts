import { OUT_OF_BAND } from '@roost/contracts';

/** Schemes that would run or show something in our page's name instead of opening an app. */
const NEVER = new Set(['javascript:', 'data:', 'vbscript:', 'file:', 'blob:', 'about:', 'filesystem:', 'view-source:']);

/**
 * True for an address an app may be sent back to: a web address, a scheme of its own in any form apps use
 * (`icecubesapp://`, `com.tapbots.Ivory.10217:/request_token/x`), or out of band.
 */
export function isRedirectUri(uri: string): boolean {
  if (uri === OUT_OF_BAND) return true;
  if (uri.length > 2000 || !/^[\x21-\x7e]+$/.test(uri) || uri.includes('#')) return false;
  const url = URL.parse(uri);
  if (url === null || NEVER.has(url.protocol) || url.username !== '' || url.password !== '') return false;
  return url.protocol !== 'urn:';
}

/** Adds parameters without touching what the app registered: a scheme of its own is not always a URL by the book. */
export function withParameters(uri: string, parameters: Record<string, string | undefined>): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) pairs.set(name, value);
  // A blank as %20: what reads a scheme of its own by the rules of URIs, as iOS does, leaves a plus as it is.
  return `${uri}${uri.includes('?') ? '&' : '?'}${pairs.toString().replaceAll('+', '%20')}`;
}
