import { tagKey } from '@roost/text';
import type { EntityManager } from 'typeorm';
import type { Company } from './company.js';
import { insertRows, iso, reserveIds } from './insert-rows.js';
import { NOBODY_ELSE, type PastJournal } from './past-journal.js';

/** Looks a name up that must be there. */
export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demo knows no ${String(key)}`);
  return value;
}

export async function storeFollows(
  manager: EntityManager,
  { follows }: Company,
  accounts: ReadonlyMap<string, string>,
  journal: PastJournal,
): Promise<void> {
  const ids = await reserveIds(
    manager,
    follows.map(({ at }) => at),
  );
  const rows = follows.map(({ who, whom, at }, index) => ({
    id: ids[index],
    account_id: known(accounts, who),
    target_id: known(accounts, whom),
    created_at: iso(at),
    at,
  }));
  await insertRows(
    manager,
    'follow',
    { id: 'bigint', account_id: 'bigint', target_id: 'bigint', created_at: 'timestamptz' },
    rows,
  );
  for (const { account_id: accountId, target_id: targetId, at } of rows)
    journal.add({
      at,
      type: 'account.followed',
      actorId: accountId,
      subjectType: 'account',
      subjectId: targetId,
      audience: { visibility: 'direct', mentioned: [accountId, targetId] },
      payload: { accountId, targetId, showBoosts: true, notify: false, approved: false },
      tells: [{ accountId: targetId, type: 'follow', fromId: accountId, statusId: null, reply: false }],
    });
}

/** @param tags ids by key */
export async function storeTagFollows(
  manager: EntityManager,
  { tagFollows }: Company,
  accounts: ReadonlyMap<string, string>,
  tags: ReadonlyMap<string, string>,
  journal: PastJournal,
): Promise<void> {
  const ids = await reserveIds(
    manager,
    tagFollows.map(({ at }) => at),
  );
  const rows = tagFollows.map(({ who, tag, at }, index) => ({
    id: ids[index],
    account_id: known(accounts, who),
    tag_id: known(tags, tagKey(tag)),
    created_at: iso(at),
    name: tagKey(tag),
    at,
  }));
  await insertRows(
    manager,
    'tag_follow',
    { id: 'bigint', account_id: 'bigint', tag_id: 'bigint', created_at: 'timestamptz' },
    rows,
  );
  for (const { account_id, tag_id, name, at } of rows)
    journal.add({
      at,
      type: 'tag.followed',
      actorId: account_id,
      subjectType: 'tag',
      subjectId: tag_id,
      audience: NOBODY_ELSE,
      payload: { tagId: tag_id, name },
    });
}
