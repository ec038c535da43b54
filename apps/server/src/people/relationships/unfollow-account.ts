import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';

/** No longer following someone, or taking the request back. */
@Injectable()
export class UnfollowAccount {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  async run(viewer: Viewer, targetId: string): Promise<void> {
    const entry = { accountId: viewer.accountId, targetId, actorId: viewer.accountId };
    await this.database.transaction(async (manager) => {
      await this.relations.lockPair(manager, viewer.accountId, targetId);
      if (await this.relations.endFollow(manager, viewer.accountId, targetId))
        await this.journal.append(manager, { type: 'account.unfollowed', ...entry });
      if (await this.relations.endRequest(manager, viewer.accountId, targetId))
        await this.journal.append(manager, { type: 'account.follow_request_withdrawn', ...entry });
    });
  }
}
