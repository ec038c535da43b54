import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { Database, statement } from '../database/database.js';

/** How much of something is allowed in one fixed window. */
export interface Rate {
  limit: number;
  windowSeconds: number;
}

export interface RateAnswer {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** When the window ends and all is forgiven. */
  resetAt: Date;
}

/** What this node may still hand out of a bucket without asking the database again. */
interface Lease {
  balance: number;
  /** Left for all nodes when the database was last asked. */
  shared: number;
  /** Nothing is left for anybody until the window ends. */
  exhausted: boolean;
  endsAt: number;
  refill: Promise<void> | null;
}

interface TakenRow {
  used: number;
  left_ms: number;
}

/** Limits below this are counted in the database one by one, so they are exact however many nodes there are. */
const EXACT_BELOW = 60;
/** A node takes at most this part of a large limit at once: what it can waste by stopping. */
const SLICES = 30;
const MOST_LEASES = 50_000;
const SWEEP_MS = 10 * 60_000;

// One row for each bucket; a new window starts it again. The database clock decides, so that nodes agree.
const TAKE = statement(
  'rate-limit-take',
  `insert into rate_limit as r (bucket, window_start, used)
   values ($1, to_timestamp(floor(extract(epoch from now()) / $2::int) * $2::int), $3::int)
   on conflict (bucket) do update
     set used = case when r.window_start = excluded.window_start then least(r.used::bigint + excluded.used, 2000000000) else excluded.used end,
         window_start = excluded.window_start
   returning used, greatest(extract(epoch from window_start + make_interval(secs => $2::int) - now()) * 1000, 1)::int as left_ms`,
);
// Index: rate_limit_age. No window is longer than a day.
const SWEEP = statement('rate-limit-sweep', `delete from rate_limit where window_start < now() - interval '1 day'`);

/** Counts what callers do, for all nodes together. */
@Injectable()
export class RateLimits implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(RateLimits.name);
  private readonly leases = new Map<string, Lease>();
  private sweeper: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** False in test mode, where a suite would only count itself. */
  get enabled(): boolean {
    return this.settings.rateLimits;
  }

  /**
   * Takes from a bucket, or refuses when it does not hold as much.
   * A bucket is always asked for with the same limit and window.
   * @param bucket who does what, for example `media:account:12`; at most 200 characters
   */
  async take(bucket: string, rate: Rate & { cost?: number }): Promise<RateAnswer> {
    const cost = rate.cost ?? 1;
    if (!this.enabled) return untouched(rate);
    const lease = this.leaseOf(bucket);
    while (lease.balance < cost && !lease.exhausted) {
      lease.refill ??= this.refill(bucket, lease, rate, cost).finally(() => (lease.refill = null));
      await lease.refill;
    }
    const allowed = lease.balance >= cost;
    if (allowed) lease.balance -= cost;
    return { allowed, limit: rate.limit, remaining: lease.balance + lease.shared, resetAt: wholeSecond(lease.endsAt) };
  }

  onApplicationBootstrap(): void {
    if (!this.enabled) return;
    this.sweeper = setInterval(() => {
      this.forgetEnded();
      this.database.read(SWEEP).catch((error: unknown) => this.log.warn(`old counters stay a while longer: ${String(error)}`));
    }, SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    if (this.sweeper) clearInterval(this.sweeper);
  }

  private leaseOf(bucket: string): Lease {
    const known = this.leases.get(bucket);
    if (known && known.endsAt > Date.now()) return known;
    if (this.leases.size >= MOST_LEASES) this.forgetEnded();
    const fresh: Lease = { balance: 0, shared: 0, exhausted: false, endsAt: Number.POSITIVE_INFINITY, refill: null };
    this.leases.set(bucket, fresh);
    return fresh;
  }

  private async refill(bucket: string, lease: Lease, rate: Rate, cost: number): Promise<void> {
    const slice = rate.limit < EXACT_BELOW ? 1 : Math.floor(rate.limit / SLICES);
    const wanted = Math.max(slice, cost - lease.balance);
    const row = await this.database.readOne<TakenRow>(TAKE, [bucket, rate.windowSeconds, wanted]);
    if (!row) throw new Error('the rate limit returned no row');
    const before = row.used - wanted;
    const granted = Math.min(wanted, Math.max(rate.limit - before, 0));
    lease.balance += granted;
    lease.shared = Math.max(rate.limit - row.used, 0);
    lease.exhausted = granted < wanted;
    lease.endsAt = Date.now() + row.left_ms;
  }

  /** Ended windows first; when a flood of callers still fills the map, everything: the database knows the counts. */
  private forgetEnded(): void {
    const now = Date.now();
    for (const [bucket, lease] of this.leases) if (lease.endsAt <= now) this.leases.delete(bucket);
    if (this.leases.size >= MOST_LEASES) this.leases.clear();
  }
}

/** Windows begin and end on whole seconds; what the answer of the database took on its way is rounded off. */
function wholeSecond(time: number): Date {
  return new Date(Math.round(time / 1000) * 1000);
}

/** A full bucket, for when nothing is counted. */
function untouched(rate: Rate): RateAnswer {
  const window = rate.windowSeconds * 1000;
  return {
    allowed: true,
    limit: rate.limit,
    remaining: rate.limit,
    resetAt: new Date(Math.ceil((Date.now() + 1) / window) * window),
  };
}
