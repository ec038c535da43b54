import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';

/** Lets someone follow who asked. Without a request nothing happens: it was withdrawn, or accepted before. */
@Injectable()
export class AcceptFollowRequest {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  async run(viewer: Viewer, followerId: string): Promise<void> {
    const pair = { accountId: followerId, targetId: viewer.accountId };
    await this.database.transaction(async (manager) => {
      await this.relations.lockPair(manager, viewer.accountId, followerId);
      const asked = await this.relations.endRequest(manager, followerId, viewer.accountId);
      if (!asked) return;
      await this.journal.append(manager, { type: 'account.follow_request_accepted', ...pair, actorId: viewer.accountId });
      if (!(await this.relations.addFollow(manager, followerId, viewer.accountId, asked))) return;
      await this.journal.append(manager, {
        type: 'account.followed',
        ...pair,
        actorId: followerId,
        more: { showBoosts: asked.show_boosts, notify: asked.notify, approved: true },
      });
    });
  }
}
