import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Forbidden, NotFound } from '../../platform/errors.js';
import { RelationJournal } from './relation.journal.js';
import { type FollowOptions, RelationRepository } from './relation.repository.js';

/** Following someone, or asking to when their account is locked. Doing it again changes its options only. */
@Injectable()
export class FollowAccount {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  async run(viewer: Viewer, targetId: string, options: FollowOptions): Promise<void> {
    const accountId = viewer.accountId;
    if (accountId === targetId) throw new Forbidden();
    await this.database.transaction(async (manager) => {
      const target = await this.relations.lockPair(manager, accountId, targetId);
      if (target.state !== 'active') throw new NotFound();
      if (await this.relations.isBlocked(manager, accountId, targetId)) throw new Forbidden();
      const entry = { accountId, targetId, actorId: accountId };
      if (target.locked && !(await this.relations.isFollowing(manager, accountId, targetId))) {
        const asked = await this.relations.addRequest(manager, accountId, targetId, options);
        if (asked) await this.journal.append(manager, { type: 'account.follow_requested', ...entry });
        return;
      }
      // A request may be left over from when the account was locked.
      await this.relations.endRequest(manager, accountId, targetId);
      if (!(await this.relations.addFollow(manager, accountId, targetId, options))) return;
      const more = { showBoosts: options.show_boosts ?? true, notify: options.notify ?? false, approved: false };
      await this.journal.append(manager, { type: 'account.followed', ...entry, more });
    });
  }
}
