import { Injectable } from '@nestjs/common';
import type { Role } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { LastAdministrator } from './account.errors.js';
import type { AccountState } from './account.row.js';

/** Any number that no other advisory lock uses. */
const ROLE_LOCK = 72_617_102;

/** Keeps a Roost from losing its last administrator, also when two are taken away at the same moment. */
@Injectable()
export class Administrators {
  /** Locks an account for a change of its role or state. Such changes happen one after the other. */
  async lock(
    manager: EntityManager,
    accountId: string,
  ): Promise<{ role: Role; state: AccountState; handle: string; display_name: string } | null> {
    await manager.query('select pg_advisory_xact_lock($1)', [ROLE_LOCK]);
    const rows: { role: Role; state: AccountState; handle: string; display_name: string }[] = await manager.query(
      'select role, state, handle, display_name from account where id = $1 for update',
      [accountId],
    );
    return rows[0] ?? null;
  }

  /** @throws LastAdministrator when nobody else administers */
  async keepOne(manager: EntityManager, without: string): Promise<void> {
    const rows: { last: boolean }[] = await manager.query(
      `select a.role = 'administrator' and not exists (
         select from account b where b.role = 'administrator' and b.state = 'active' and not b.disabled and b.id <> a.id) as last
         from account a where a.id = $1`,
      [without],
    );
    if (rows[0]?.last === true) throw new LastAdministrator();
  }
}
