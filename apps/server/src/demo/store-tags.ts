import { tagKey } from '@roost/text';
import type { EntityManager } from 'typeorm';
import type { Company } from './company.js';
import type { ComposedPost } from './compose-posts.js';
import { insertRows, iso, reserveIds } from './insert-rows.js';
import { known } from './store-relations.js';

const TAG = { id: 'bigint', name: 'text', written: 'text', created_at: 'timestamptz', last_used_at: 'timestamptz' } as const;

interface Use {
  written: string;
  first: number;
  last: number | null;
}

/** Stores the tags that are used or followed, and links the posts to them. @returns ids by key */
export async function storeTags(
  manager: EntityManager,
  company: Company,
  composed: readonly ComposedPost[],
): Promise<Map<string, string>> {
  const uses = usesOf(company, composed);
  const ids = await reserveIds(
    manager,
    [...uses.values()].map(({ first }) => first),
  );
  const rows = [...uses].map(([name, { written, first, last }], index) => ({
    id: ids[index] ?? '',
    name,
    written,
    created_at: iso(first),
    last_used_at: last === null ? null : iso(last),
  }));
  await insertRows(manager, 'tag', TAG, rows);
  const tags = new Map(rows.map(({ name, id }) => [name, id]));
  const links = composed.flatMap(({ id, tags: own }) =>
    own.map(({ name, written }) => ({ tag_id: known(tags, name), status_id: id, written })),
  );
  await insertRows(manager, 'status_tag', { tag_id: 'bigint', status_id: 'bigint', written: 'text' }, links);
  return tags;
}

/** All texts write a tag in one way, so the first way is the usual one. */
function usesOf({ tagFollows }: Company, composed: readonly ComposedPost[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const { post, tags } of composed) {
    for (const { name, written } of tags) {
      const use = uses.get(name) ?? { written, first: post.at, last: null };
      uses.set(name, { ...use, last: post.visibility === 'private' ? use.last : post.at });
    }
  }
  for (const { tag, at } of tagFollows) {
    const use = uses.get(tagKey(tag)) ?? { written: tag, first: at, last: null };
    uses.set(tagKey(tag), { ...use, first: Math.min(use.first, at) });
  }
  return uses;
}
