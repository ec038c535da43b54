import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Forbidden } from '../../platform/errors.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';

export interface MuteInput {
  /** Also keeps their notifications away. */
  notifications: boolean;
  /** Seconds; 0 mutes until unmuted. */
  duration: number;
}

/** Keeps someone's posts out of the viewer's lists, for a while or for good. They never learn of it. */
@Injectable()
export class MuteAccount {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  async run(viewer: Viewer, targetId: string, input: MuteInput): Promise<void> {
    const accountId = viewer.accountId;
    if (accountId === targetId) throw new Forbidden();
    await this.database.transaction(async (manager) => {
      await this.relations.lockPair(manager, accountId, targetId);
      // An equal mute without an end is left as it is; one with an end starts anew.
      const made: { expires_at: Date | null }[] = await manager.query(
        `insert into mute as m (account_id, target_id, notifications, expires_at)
         values ($1, $2, $3, now() + nullif($4::int, 0) * interval '1 second')
         on conflict (account_id, target_id) do update set notifications = excluded.notifications, expires_at = excluded.expires_at
           where (m.notifications, m.expires_at) is distinct from (excluded.notifications, excluded.expires_at)
         returning expires_at`,
        [accountId, targetId, input.notifications, input.duration],
      );
      const mute = made[0];
      if (!mute) return;
      const more = { notifications: input.notifications, expiresAt: mute.expires_at?.toISOString() ?? null };
      await this.journal.append(manager, { type: 'account.muted', accountId, targetId, actorId: accountId, more });
    });
  }
}
