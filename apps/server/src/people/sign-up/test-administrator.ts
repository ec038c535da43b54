import { Injectable } from '@nestjs/common';
import { foldHandle } from '@roost/text';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { Database } from '../../platform/database/database.js';
import { CreateAccount } from '../accounts/create-account.js';
import { PasswordHasher } from '../sign-in/password-hasher.js';

const LONGEST = 30;
/** Any number that no other advisory lock uses: of two processes that start together one finds the other done. */
const TEST_ADMIN_LOCK = 72_617_104;

/** The administrator that a test suite asks for by ROOST_TEST_ADMIN: made at the start, and put right again at the next one. */
@Injectable()
export class TestAdministrator {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly createAccount: CreateAccount,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Does nothing without the setting, which only test mode knows. */
  async make(): Promise<void> {
    const { testAdmin } = this.settings;
    if (!this.settings.testMode || testAdmin === null) return;
    const hash = await this.hasher.hash(testAdmin.password);
    await this.database.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [TEST_ADMIN_LOCK]);
      const known: { account_id: string }[] = await manager.query(
        'select account_id from credential where lower(email) = lower($1) for update',
        [testAdmin.email],
      );
      const accountId = known[0]?.account_id ?? (await this.create(manager, testAdmin.email));
      await manager.query(
        `insert into credential (account_id, email, password_hash, confirmed_at) values ($1, $2, $3, now())
         on conflict (account_id) do update set password_hash = excluded.password_hash, confirmed_at = coalesce(credential.confirmed_at, now())`,
        [accountId, testAdmin.email, hash],
      );
      await manager.query(`update account set role = 'administrator', state = 'active' where id = $1`, [accountId]);
    });
  }

  /** `ada.lovelace@example.com` becomes `ada_lovelace`, or the first of `ada_lovelace_2`, `_3` … that is free. */
  private async create(manager: EntityManager, email: string): Promise<string> {
    const local = email.slice(0, email.indexOf('@'));
    const handle = foldHandle(local)
      .replace(/[^a-z0-9_]/g, '_')
      .slice(0, LONGEST - 4)
      .padEnd(2, '_');
    const rows: { handle: string }[] = await manager.query(
      `select h.handle from (select $1::text as handle, 1 as n union all select $1 || '_' || n, n from generate_series(2, 999) n) h
        where not exists (select from account a where lower(a.handle) = h.handle) order by h.n limit 1`,
      [handle],
    );
    return this.createAccount.run(manager, {
      handle: rows[0]?.handle ?? handle,
      displayName: '',
      role: 'administrator',
      state: 'active',
      language: null,
      via: 'test',
    });
  }
}
