import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';
import { NotFollowed } from './relationship.errors.js';

/** Puts somebody one follows on one's own profile. It ends with the follow. */
@Injectable()
export class EndorseAccount {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  /** @throws NotFollowed */
  async run({ accountId }: Viewer, targetId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.relations.lockPair(manager, accountId, targetId);
      if (!(await this.relations.isFollowing(manager, accountId, targetId))) throw new NotFollowed();
      const made: unknown[] = await manager.query(
        'insert into endorsement (account_id, target_id) values ($1, $2) on conflict do nothing returning id',
        [accountId, targetId],
      );
      if (made.length === 0) return;
      await this.journal.append(manager, { type: 'account.endorsed', accountId, targetId, actorId: accountId });
    });
  }
}
