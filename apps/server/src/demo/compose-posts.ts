import type { TextEntity } from '@roost/contracts';
import { checkText, parseText } from '@roost/text';
import type { DemoPost } from './demo-post.js';
import { known } from './store-relations.js';

/** A post with its ids, and everything that its text says. */
export interface ComposedPost {
  id: string;
  threadId: string;
  post: DemoPost;
  authorId: string;
  text: string;
  entities: TextEntity[];
  mentions: string[];
  tags: { name: string; written: string }[];
}

/**
 * Reads every text as publishing does.
 * @param posts in the order of their moments, so that what is answered comes before its answers
 * @param ids one for each
 * @param accounts ids by handle
 */
export function composePosts(
  posts: readonly DemoPost[],
  ids: readonly string[],
  accounts: ReadonlyMap<string, string>,
  domain: string,
): Map<DemoPost, ComposedPost> {
  const composed = new Map<DemoPost, ComposedPost>();
  for (const [index, post] of posts.entries()) {
    const check = checkText(post.text);
    if (check.code !== 'ok') throw new Error(`${check.code}: ${post.text}`);
    const id = ids[index] ?? '';
    const threadId = post.answers ? known(composed, post.answers).threadId : id;
    composed.set(post, { id, threadId, post, authorId: known(accounts, post.author), ...readText(post.text, accounts, domain) });
  }
  return composed;
}

function readText(
  written: string,
  accounts: ReadonlyMap<string, string>,
  domain: string,
): Pick<ComposedPost, 'text' | 'entities' | 'mentions' | 'tags'> {
  const { text, entities } = parseText(written, { domain });
  const mentions = entities.flatMap((entity) => (entity.type === 'mention' ? (accounts.get(entity.handle) ?? []) : []));
  const tags = new Map<string, string>();
  for (const entity of entities) if (entity.type === 'tag' && !tags.has(entity.name)) tags.set(entity.name, entity.written);
  return {
    text,
    entities: entities.map((entity) =>
      entity.type === 'mention' ? { ...entity, account_id: accounts.get(entity.handle) ?? null } : entity,
    ),
    mentions: [...new Set(mentions)],
    tags: [...tags].map(([name, written]) => ({ name, written })),
  };
}
