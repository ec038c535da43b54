import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Paged } from './paging.js';

const CURSORS = ['max_id', 'since_id', 'min_id'];

/** Clients read about 16 kB of headers in all; two links and the rest have to fit. */
const LONGEST_LINK = 6_000;

/** Answers a page: sets its `Link` header, with every other query parameter kept, and returns the items. */
export function answerPage<Item>(
  request: FastifyRequest,
  reply: FastifyReply,
  base: string,
  page: Paged<unknown>,
  items: Item[],
): Item[] {
  const links: string[] = [];
  if (page.oldest !== null && page.more) links.push(`<${linkTo(request, base, 'max_id', page.oldest)}>; rel="next"`);
  if (page.newest !== null) links.push(`<${linkTo(request, base, 'min_id', page.newest)}>; rel="prev"`);
  // Whoever asked with pages of parameters could not read an answer that repeats them twice in its head.
  if (links.some((link) => link.length > LONGEST_LINK)) return items;
  if (links.length > 0) void reply.header('Link', links.join(', '));
  return items;
}

function linkTo(request: FastifyRequest, base: string, cursor: string, id: string): string {
  const url = new URL(request.url, base);
  for (const name of [...CURSORS, 'access_token']) url.searchParams.delete(name);
  url.searchParams.set(cursor, id);
  return url.href;
}
