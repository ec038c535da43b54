import type { EntityManager } from 'typeorm';
import type { Company } from './company.js';
import type { ComposedPost } from './compose-posts.js';
import type { DemoPost } from './demo-post.js';
import { insertRows, iso } from './insert-rows.js';
import type { PastJournal } from './past-journal.js';
import type { StoredPicture } from './store-pictures.js';
import { known } from './store-relations.js';

const VERSION = {
  status_id: 'bigint',
  version: 'integer',
  text: 'text',
  spoiler_text: 'text',
  sensitive: 'boolean',
  language: 'text',
  entities: 'jsonb',
  media: 'jsonb',
  editor_id: 'bigint',
  created_at: 'timestamptz',
} as const;
const STATUS = {
  id: 'bigint',
  account_id: 'bigint',
  text: 'text',
  language: 'text',
  visibility: 'text',
  entities: 'jsonb',
  in_reply_to_id: 'bigint',
  in_reply_to_account_id: 'bigint',
  thread_id: 'bigint',
  replies_count: 'integer',
  boosts_count: 'integer',
  favourites_count: 'integer',
  has_media: 'boolean',
  created_at: 'timestamptz',
} as const;

/** Stores the posts with their first versions and mentions, and counts what the company does with them. */
export async function storePosts(
  manager: EntityManager,
  company: Company,
  composed: ReadonlyMap<DemoPost, ComposedPost>,
  pictures: ReadonlyMap<DemoPost, StoredPicture>,
  journal: PastJournal,
): Promise<void> {
  const replies = countBy(company.posts.flatMap(({ answers, visibility }) => (answers && isListed(visibility) ? [answers] : [])));
  const boosts = countBy(company.boosts.map(({ post }) => post));
  const favourites = countBy(company.favourites.map(({ post }) => post));
  const items = company.posts.map((post) => known(composed, post));
  await insertRows(
    manager,
    'status',
    STATUS,
    items.map((item) => {
      const { post } = item;
      const parent = post.answers && known(composed, post.answers);
      return {
        id: item.id,
        account_id: item.authorId,
        text: item.text,
        language: post.language,
        visibility: post.visibility,
        entities: item.entities,
        in_reply_to_id: parent?.id ?? null,
        in_reply_to_account_id: parent?.authorId ?? null,
        thread_id: item.threadId,
        replies_count: replies.get(post) ?? 0,
        boosts_count: boosts.get(post) ?? 0,
        favourites_count: favourites.get(post) ?? 0,
        has_media: pictures.has(post),
        created_at: iso(post.at),
      };
    }),
  );
  const versions = items.map((item) => ({
    status_id: item.id,
    version: 1,
    text: item.text,
    spoiler_text: '',
    sensitive: false,
    language: item.post.language,
    entities: item.entities,
    media: mediaOf(pictures.get(item.post)),
    editor_id: item.authorId,
    created_at: iso(item.post.at),
  }));
  await insertRows(manager, 'status_version', VERSION, versions);
  const mentions = items.flatMap(({ id, mentions }) => mentions.map((account_id) => ({ status_id: id, account_id })));
  await insertRows(manager, 'status_mention', { status_id: 'bigint', account_id: 'bigint' }, mentions);
  for (const item of items) journal.add(published(item, composed, pictures.get(item.post)));
}

function isListed(visibility: DemoPost['visibility']): boolean {
  return visibility === 'public' || visibility === 'unlisted';
}

function countBy(posts: readonly DemoPost[]): Map<DemoPost, number> {
  const counts = new Map<DemoPost, number>();
  for (const post of posts) counts.set(post, (counts.get(post) ?? 0) + 1);
  return counts;
}

function mediaOf(picture: StoredPicture | undefined) {
  return picture ? [{ id: picture.id, description: picture.description, focus_x: 0, focus_y: 0 }] : [];
}

function published(
  { id, threadId, post, authorId, text, mentions, tags }: ComposedPost,
  composed: ReadonlyMap<DemoPost, ComposedPost>,
  picture: StoredPicture | undefined,
): Parameters<PastJournal['add']>[0] {
  const parent = post.answers && known(composed, post.answers);
  const addressed = [...new Set([...mentions, ...(parent ? [parent.authorId] : [])])];
  return {
    at: post.at,
    type: 'status.published',
    actorId: authorId,
    subjectType: 'status',
    subjectId: id,
    audience: { visibility: post.visibility, mentioned: mentions },
    payload: {
      text,
      spoiler: '',
      sensitive: false,
      visibility: post.visibility,
      language: post.language,
      inReplyToId: parent?.id ?? null,
      inReplyToAccountId: parent?.authorId ?? null,
      threadId,
      mentions,
      tags: tags.map(({ name }) => name),
      mediaIds: picture ? [picture.id] : [],
      version: 1,
    },
    tells: addressed.map((accountId) => ({
      accountId,
      type: 'mention',
      fromId: authorId,
      statusId: id,
      reply: accountId === parent?.authorId,
    })),
  };
}
