import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../platform/database/database.js';
import { ACCOUNT_COLUMNS, type AccountRow } from './account.row.js';

// Index: account_pkey.
const BY_IDS = statement('accounts-by-ids', `select ${ACCOUNT_COLUMNS} from account a where a.id = any($1::bigint[])`);
// Index: account_handle.
const BY_HANDLE = statement('account-by-handle', `select ${ACCOUNT_COLUMNS} from account a where lower(a.handle) = lower($1)`);

/** The one way to load accounts. It knows no viewer: who may be named is decided by {@link canBeShown}. */
@Injectable()
export class AccountReader {
  constructor(private readonly database: Database) {}

  /** Accounts by id; unknown ids are simply missing. */
  async byIds(ids: readonly string[]): Promise<Map<string, AccountRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.read<AccountRow>(BY_IDS, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async byId(id: string): Promise<AccountRow | null> {
    return (await this.byIds([id])).get(id) ?? null;
  }

  /** Without regard to case. */
  byHandle(handle: string): Promise<AccountRow | null> {
    return this.database.readOne<AccountRow>(BY_HANDLE, [handle]);
  }
}
