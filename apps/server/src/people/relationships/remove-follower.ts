import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';

/** Ends someone's following of the viewer without a word to them. They may follow again. */
@Injectable()
export class RemoveFollower {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  async run(viewer: Viewer, followerId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.relations.lockPair(manager, viewer.accountId, followerId);
      if (!(await this.relations.endFollow(manager, followerId, viewer.accountId))) return;
      await this.journal.append(manager, {
        type: 'account.follower_removed',
        accountId: followerId,
        targetId: viewer.accountId,
        actorId: viewer.accountId,
      });
    });
  }
}
