import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Forbidden } from '../../platform/errors.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';

/** Hides two people from each other and ends what tied them: follows and follow requests, both ways. */
@Injectable()
export class BlockAccount {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  async run(viewer: Viewer, targetId: string): Promise<void> {
    const accountId = viewer.accountId;
    if (accountId === targetId) throw new Forbidden();
    await this.database.transaction(async (manager) => {
      await this.relations.lockPair(manager, accountId, targetId);
      const made: unknown[] = await manager.query(
        'insert into block (account_id, target_id) values ($1, $2) on conflict do nothing returning id',
        [accountId, targetId],
      );
      if (made.length === 0) return;
      await this.endTies(manager, accountId, targetId);
      await this.journal.append(manager, { type: 'account.blocked', accountId, targetId, actorId: accountId });
    });
  }

  private async endTies(manager: EntityManager, blocker: string, blocked: string): Promise<void> {
    const mine = { accountId: blocker, targetId: blocked, actorId: blocker };
    const theirs = { accountId: blocked, targetId: blocker, actorId: blocker };
    if (await this.relations.endFollow(manager, blocker, blocked))
      await this.journal.append(manager, { type: 'account.unfollowed', ...mine });
    if (await this.relations.endFollow(manager, blocked, blocker))
      await this.journal.append(manager, { type: 'account.follower_removed', ...theirs });
    if (await this.relations.endRequest(manager, blocker, blocked))
      await this.journal.append(manager, { type: 'account.follow_request_withdrawn', ...mine });
    if (await this.relations.endRequest(manager, blocked, blocker))
      await this.journal.append(manager, { type: 'account.follow_request_rejected', ...theirs });
  }
}
