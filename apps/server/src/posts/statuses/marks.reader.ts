import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../platform/database/database.js';
import type { ViewerFacts } from './status.row.js';

/** What somebody did with a status; `chose:0` is a vote for the first option of its poll. */
export type Mark =
  keyof Pick<ViewerFacts, 'favourited' | 'boosted' | 'bookmarked' | 'pinned' | 'thread_muted'> | `chose:${number}`;

/** Marks by status, then by account. Whoever did nothing is not in it. */
export type MarksOfStatuses = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Mark>>>;

interface MarkRow {
  status_id: string;
  account_id: string;
  mark: Mark;
}

// Indexes: favourite_pair, status_boost, bookmark_status, pin_status_id_key, thread_mute_thread, poll_ballot_pkey.
const MARKS = statement(
  'marks-of-statuses',
  `select s.id as status_id, m.account_id, m.mark from status s cross join lateral (
     select f.account_id, 'favourited' as mark from favourite f where f.status_id = s.id and f.account_id = any($2::bigint[])
     union all select b.account_id, 'boosted' from status b where b.boost_of_id = s.id and b.deleted_at is null and b.account_id = any($2::bigint[])
     union all select k.account_id, 'bookmarked' from bookmark k where k.status_id = s.id and k.account_id = any($2::bigint[])
     union all select p.account_id, 'pinned' from pin p where p.status_id = s.id and p.account_id = any($2::bigint[])
     union all select t.account_id, 'thread_muted' from thread_mute t where t.thread_id = s.thread_id and t.account_id = any($2::bigint[])
     union all select v.account_id, 'chose:' || c.option from poll_ballot v, unnest(v.choices) as c(option)
                where v.poll_id = s.poll_id and v.account_id = any($2::bigint[])
   ) m where s.id = any($1::bigint[])`,
);

/** Who of many people did what with some statuses: one statement, however many of either. */
@Injectable()
export class MarksReader {
  constructor(private readonly database: Database) {}

  async of(statusIds: readonly string[], accountIds: readonly string[]): Promise<MarksOfStatuses> {
    const marks = new Map<string, Map<string, Set<Mark>>>();
    if (statusIds.length === 0 || accountIds.length === 0) return marks;
    for (const { status_id, account_id, mark } of await this.database.read<MarkRow>(MARKS, [statusIds, accountIds])) {
      const ofStatus = marks.get(status_id) ?? new Map<string, Set<Mark>>();
      marks.set(status_id, ofStatus);
      const ofAccount = ofStatus.get(account_id) ?? new Set<Mark>();
      ofStatus.set(account_id, ofAccount.add(mark));
    }
    return marks;
  }
}
