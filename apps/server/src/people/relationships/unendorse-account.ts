import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';

/** Takes somebody off one's own profile. */
@Injectable()
export class UnendorseAccount {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  async run({ accountId }: Viewer, targetId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.relations.lockPair(manager, accountId, targetId);
      const gone: unknown[] = await manager.query(
        'with gone as (delete from endorsement where account_id = $1 and target_id = $2 returning id) select id from gone',
        [accountId, targetId],
      );
      if (gone.length === 0) return;
      await this.journal.append(manager, { type: 'account.unendorsed', accountId, targetId, actorId: accountId });
    });
  }
}
