import type { List } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors.js';

/** Locks a list for a change of it or of its members. @throws NotFound also for other people's lists */
export async function lockList(manager: EntityManager, ownerId: string, id: string): Promise<List> {
  const rows: List[] = await manager.query(
    'select id, title, replies_policy, exclusive from list where id = $1 and account_id = $2 for no key update',
    [id, ownerId],
  );
  const found = rows[0];
  if (!found) throw new NotFound();
  return found;
}
