import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';

/** Lets someone's posts into the viewer's lists again. */
@Injectable()
export class UnmuteAccount {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  async run(viewer: Viewer, targetId: string): Promise<void> {
    const accountId = viewer.accountId;
    await this.database.transaction(async (manager) => {
      await this.relations.lockPair(manager, accountId, targetId);
      const gone: unknown[] = await manager.query(
        'with gone as (delete from mute where account_id = $1 and target_id = $2 returning id) select id from gone',
        [accountId, targetId],
      );
      if (gone.length > 0)
        await this.journal.append(manager, { type: 'account.unmuted', accountId, targetId, actorId: accountId });
    });
  }
}
