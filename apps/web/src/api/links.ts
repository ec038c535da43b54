/**
 * The neighbours named by a Link header, as paths of this origin: the public address in them may differ from the one the
 * page was loaded from (a proxy in development), and a list must never lead to another host.
 */
export function readLinks(header: string | null, origin: string): { next?: string; prev?: string } {
  const found: { next?: string; prev?: string } = {};
  for (const match of (header ?? '').matchAll(/<([^>]+)>\s*;[^,<]*\brel="?(next|prev)"?/gu)) {
    const [, address, rel] = match;
    if (!address) continue;
    const url = new URL(address, origin);
    found[rel as 'next' | 'prev'] = url.pathname + url.search;
  }
  return found;
}
