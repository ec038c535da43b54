import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, statement } from '../../platform/database/database.js';

export interface InstanceCounts {
  accounts: number;
  statuses: number;
  /** People who used Roost within the last thirty days. */
  active: number;
}

/** Anybody may ask for these, and counting reads whole tables: once in this time is enough. */
const KEPT_MS = 10 * 60 * 1000;

// `account` is read whole; it is small. The sum of its counters spares a walk over all posts.
const COUNTS = statement(
  'instance-counts',
  `select count(*)::int as accounts, coalesce(sum(a.statuses_count), 0)::int as statuses,
          count(*) filter (where exists (select 1 from session s where s.account_id = a.id and s.last_seen_at > now() - interval '30 days')
            or exists (select 1 from oauth_token t where t.account_id = a.id and t.revoked_at is null and t.last_used_at > now() - interval '30 days'))::int as active
     from account a where a.state = 'active'`,
);

/** How large this Roost is, for its instance documents. */
@Injectable()
export class InstanceCountsReader {
  private kept: { counts: Promise<InstanceCounts>; until: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  read(): Promise<InstanceCounts> {
    const now = this.clock.now().getTime();
    if (this.kept && now < this.kept.until) return this.kept.counts;
    const counts = this.database.readOne<InstanceCounts>(COUNTS).then((row) => row ?? { accounts: 0, statuses: 0, active: 0 });
    const kept = { counts, until: now + KEPT_MS };
    this.kept = kept;
    counts.catch(() => {
      if (this.kept === kept) this.kept = null; // the next one asks again
    });
    return counts;
  }
}
