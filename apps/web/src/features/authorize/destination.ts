import { OUT_OF_BAND } from '@roost/contracts';

/** Where the person goes next, short enough to be read: the host of a page, the scheme of an app; null when they stay and copy a code. */
export function destinationOf(redirectUri: string): string | null {
  if (redirectUri === OUT_OF_BAND) return null;
  const url = URL.parse(redirectUri);
  if (url === null) return redirectUri;
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.host : url.protocol.slice(0, -1);
}
