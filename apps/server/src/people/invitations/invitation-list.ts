import { Injectable } from '@nestjs/common';
import type { Invitation } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';

export interface InvitationRow {
  id: string;
  email: string | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

const LIST = statement(
  'invitations',
  `select id, email, created_at, expires_at, used_at from invitation where revoked_at is null order by id desc limit 500`,
);

@Injectable()
export class InvitationList {
  constructor(private readonly database: Database) {}

  async all(): Promise<Invitation[]> {
    return (await this.database.read<InvitationRow>(LIST)).map(present);
  }
}

export function present(row: InvitationRow): Invitation {
  return {
    id: row.id,
    email: row.email,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
    used_at: row.used_at?.toISOString() ?? null,
  };
}
