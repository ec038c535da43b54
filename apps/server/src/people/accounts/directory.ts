import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../platform/database/database.js';
import { ACCOUNT_COLUMNS, type AccountRow } from './account.row.js';

const PAGE = `select ${ACCOUNT_COLUMNS} from account a where a.state = 'active' and a.discoverable order by`;
const ACTIVE = statement('directory-active', `${PAGE} a.last_status_at desc nulls last, a.id desc limit $1 offset $2`);
const NEW = statement('directory-new', `${PAGE} a.id desc limit $1 offset $2`);

/** People by when they last posted, or by when they came. */
@Injectable()
export class Directory {
  constructor(private readonly database: Database) {}

  page(input: { order: 'active' | 'new'; limit: number; offset: number }): Promise<AccountRow[]> {
    return this.database.read<AccountRow>(input.order === 'new' ? NEW : ACTIVE, [input.limit, input.offset]);
  }
}
