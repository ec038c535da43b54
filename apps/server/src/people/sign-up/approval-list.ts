import { Injectable } from '@nestjs/common';
import type { Approval } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';

type Row = Omit<Approval, 'created_at'> & { created_at: Date };

// Few wait at any time; the oldest first. Index: account_not_in_yet.
const LIST = statement(
  'approvals',
  `select a.id, a.handle, a.display_name, c.email, c.reason, a.created_at
     from account a join credential c on c.account_id = a.id
    where a.state = 'waiting' order by a.id limit 500`,
);

@Injectable()
export class ApprovalList {
  constructor(private readonly database: Database) {}

  async all(): Promise<Approval[]> {
    const rows = await this.database.read<Row>(LIST);
    return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }));
  }
}
