import { Injectable } from '@nestjs/common';
import type { Visibility } from '@roost/contracts';
import { Database } from '../../platform/database/database.js';
import { DueWork } from '../../platform/jobs/due-work.js';
import { Journal } from '../../platform/journal/journal.js';
import { audienceOf } from '../statuses/lock-status.js';

interface EndedPoll {
  id: string;
  status_id: string;
  account_id: string;
  visibility: Visibility;
  thread_id: string;
  mentioned: string[];
  tallies: number[];
  voters_count: number;
  deleted: boolean;
}

/** Says in the journal that a poll is over, once, on whichever node comes first. */
@Injectable()
export class EndPolls {
  constructor(
    due: DueWork,
    private readonly database: Database,
    private readonly journal: Journal,
  ) {
    due.whenever('polls that end', () => this.step());
  }

  /** Ends the poll that is due first. @returns false when none is. Index: poll_due. */
  private step(): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      // Both rows: an edit that gave the poll another time meanwhile is seen, and who holds the status just now is passed over.
      const polls: EndedPoll[] = await manager.query(
        `select p.id, s.id as status_id, s.account_id, s.visibility, s.thread_id, p.tallies, p.voters_count, s.deleted_at is not null as deleted,
                array(select m.account_id::text from status_mention m where m.status_id = s.id order by m.account_id) as mentioned
           from poll p join status s on s.poll_id = p.id
          where p.ended_at is null and p.expires_at <= now() order by p.expires_at limit 1 for no key update of s, p skip locked`,
      );
      const poll = polls[0];
      if (!poll) return false;
      await manager.query('update poll set ended_at = now() where id = $1', [poll.id]);
      if (poll.deleted) return true;
      await this.journal.append(manager, {
        type: 'poll.ended',
        actorId: null,
        subjectType: 'status',
        subjectId: poll.status_id,
        audience: audienceOf(poll),
        payload: {
          pollId: poll.id,
          statusId: poll.status_id,
          authorId: poll.account_id,
          threadId: poll.thread_id,
          tallies: poll.tallies,
          votersCount: poll.voters_count,
        },
      });
      return true;
    });
  }
}
