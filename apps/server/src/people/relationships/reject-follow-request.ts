import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';

/** Turns a follow request down. Who asked is not told. */
@Injectable()
export class RejectFollowRequest {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  async run(viewer: Viewer, followerId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.relations.lockPair(manager, viewer.accountId, followerId);
      if (!(await this.relations.endRequest(manager, followerId, viewer.accountId))) return;
      await this.journal.append(manager, {
        type: 'account.follow_request_rejected',
        accountId: followerId,
        targetId: viewer.accountId,
        actorId: viewer.accountId,
      });
    });
  }
}
