import { Injectable } from '@nestjs/common';
import type { Visibility } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { Journal } from '../../platform/journal/journal.js';
import { lockStatus } from './lock-status.js';
import { canBoost } from './status.policy.js';
import { factsOf, StatusReader } from './status.reader.js';
import { tagsOf } from './status-links.js';

interface Boost {
  id: string;
  viewer: Viewer;
  visibility: Visibility;
}

@Injectable()
export class BoostStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly idempotency: Idempotency,
    private readonly reader: StatusReader,
  ) {}

  /**
   * A second boost finds the first one.
   * @returns the id of the boost, which is a status of its own
   * @throws NotFound also for what may not be boosted: direct posts and other people's for their followers
   */
  async run(viewer: Viewer, input: { id: string; visibility?: Visibility | undefined }): Promise<string> {
    const { row, author } = await this.reader.seen(viewer.accountId, input.id);
    if (!canBoost(viewer.accountId, factsOf(row, author))) throw new NotFound();
    const wanted = input.visibility === 'direct' ? 'private' : (input.visibility ?? 'public');
    const boost: Boost = { id: row.id, viewer, visibility: row.visibility === 'private' ? 'private' : wanted };
    return this.database.transaction(async (manager) => {
      const { id } = await this.idempotency.once(manager, `account:${viewer.accountId}`, () => this.boostOnce(manager, boost));
      return id;
    });
  }

  private async boostOnce(manager: EntityManager, { id, viewer, visibility }: Boost): Promise<string> {
    const status = await lockStatus(manager, id);
    const earlier: { id: string }[] = await manager.query(
      'select id from status where boost_of_id = $1 and account_id = $2 and deleted_at is null',
      [id, viewer.accountId],
    );
    if (earlier[0]) return earlier[0].id;
    const [boost]: { id: string }[] = await manager.query(
      `with new as materialized (select roost_id() as id)
       insert into status (id, thread_id, account_id, boost_of_id, visibility, app_id) select id, id, $1, $2, $3, $4 from new returning id`,
      [viewer.accountId, id, visibility, viewer.appId],
    );
    if (!boost) throw new Error('the boost was not stored');
    await manager.query('update status set boosts_count = boosts_count + 1 where id = $1', [id]);
    await this.journal.append(manager, {
      type: 'status.boosted',
      actorId: viewer.accountId,
      subjectType: 'status',
      subjectId: id,
      audience: { visibility, mentioned: status.mentioned },
      payload: {
        boostId: boost.id,
        statusId: id,
        authorId: status.account_id,
        threadId: status.thread_id,
        visibility,
        tags: await tagsOf(manager, id),
      },
    });
    return boost.id;
  }
}
