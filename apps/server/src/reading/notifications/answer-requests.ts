import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';

export type RequestAnswer = 'accept' | 'dismiss';

/** Lets people in, or sends away what was kept apart of theirs. Somebody sent away may ask again; somebody let in never has to. */
@Injectable()
export class AnswerRequests {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound when it is no request to this account */
  async one(viewer: Viewer, id: string, answer: RequestAnswer): Promise<void> {
    if ((await this.run(viewer, [id], answer)) === 0) throw new NotFound();
  }

  /** What is no request to this account is passed over. @returns how many were answered */
  async run({ accountId }: Viewer, ids: readonly string[], answer: RequestAnswer): Promise<number> {
    return this.database.transaction(async (manager) => {
      // Whoever writes a notification holds the policy: none can slip in between.
      await manager.query('select 1 from notification_policy where account_id = $1 for update', [accountId]);
      const asking: { from_account_id: string }[] = await manager.query(
        `with answered as (
           delete from notification_request where account_id = $1 and id = any($2::bigint[]) returning from_account_id
         ) select from_account_id from answered order by 1`,
        [accountId, ids],
      );
      const people = asking.map((row) => row.from_account_id);
      if (people.length === 0) return 0;
      await (answer === 'accept' ? this.letIn(manager, accountId, people) : this.sendAway(manager, accountId, people));
      for (const fromAccountId of people) {
        await this.journal.append(manager, {
          type: answer === 'accept' ? 'notification_request.accepted' : 'notification_request.dismissed',
          actorId: accountId,
          subjectType: 'account',
          subjectId: fromAccountId,
          audience: { visibility: 'self', mentioned: [] },
          payload: { accountId, fromAccountId },
        });
      }
      return people.length;
    });
  }

  private async letIn(manager: EntityManager, accountId: string, people: readonly string[]): Promise<void> {
    await manager.query(
      'insert into notification_permission (account_id, from_account_id) select $1, unnest($2::bigint[]) on conflict do nothing',
      [accountId, people],
    );
    await manager.query(
      'update notification set filtered = false where account_id = $1 and from_account_id = any($2::bigint[]) and filtered',
      [accountId, people],
    );
  }

  private async sendAway(manager: EntityManager, accountId: string, people: readonly string[]): Promise<void> {
    await manager.query('delete from notification where account_id = $1 and from_account_id = any($2::bigint[]) and filtered', [
      accountId,
      people,
    ]);
  }
}
