import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../platform/database/database.js';
import { ACCOUNT_COLUMNS, type AccountRow } from './account.row.js';

// `account` is read whole; it is small. Whom the viewer mutes or a block keeps apart is left out.
const PAGE = `select ${ACCOUNT_COLUMNS} from account a where a.state = 'active' and a.discoverable and not a.silenced
    and not exists (select from block b where (b.account_id = $3 and b.target_id = a.id) or (b.account_id = a.id and b.target_id = $3))
    and not exists (select from mute m where m.account_id = $3 and m.target_id = a.id and (m.expires_at is null or m.expires_at > now()))
  order by`;
const ACTIVE = statement('directory-active', `${PAGE} a.last_status_at desc nulls last, a.id desc limit $1 offset $2`);
const NEW = statement('directory-new', `${PAGE} a.id desc limit $1 offset $2`);

/** People by when they last posted, or by when they came. */
@Injectable()
export class Directory {
  constructor(private readonly database: Database) {}

  page(viewerId: string, input: { order: 'active' | 'new'; limit: number; offset: number }): Promise<AccountRow[]> {
    return this.database.read<AccountRow>(input.order === 'new' ? NEW : ACTIVE, [input.limit, input.offset, viewerId]);
  }
}
