import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';

@Injectable()
export class RevokeInvitation {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [rows]: [unknown[], number] = await manager.query(
        'update invitation set revoked_at = now() where id = $1 and revoked_at is null and used_at is null returning id',
        [id],
      );
      if (rows.length === 0) throw new NotFound();
      await this.journal.append(manager, {
        type: 'invitation.revoked',
        actorId: viewer.accountId,
        subjectType: 'invitation',
        subjectId: id,
      });
    });
  }
}
