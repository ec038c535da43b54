import type { Account, Status } from '@roost/contracts';

/** Consecutive posts of one author within this time form a run. */
const runGap = 10 * 60_000;
/** Boosts of one post within this time are one row. */
const boostGap = 12 * 3_600_000;

export interface PostRow {
  kind: 'post';
  /** Stable while the list grows: focus and scroll anchors hold on to it. */
  key: string;
  status: Status;
  /** Id of the list's own entry: the boost for a boosted post. Reading lines and pages count in these. */
  entryId: string;
  /** First booster first; empty for a post that stands for itself. */
  boostedBy: Account[];
  inRun: boolean;
  runGoesOn: boolean;
  /** First and last row of its sheet of paper. */
  first: boolean;
  last: boolean;
}

export type Row =
  | PostRow
  /** The heading of a day; `day` is its first instant in the reader's time zone. */
  | { kind: 'band'; key: string; day: number }
  /** Where the reader left off. */
  | { kind: 'line'; key: string }
  /** Posts that were missed and not loaded, between `after` (older) and `before` (newer). */
  | { kind: 'gap'; key: string; gap: Gap };

export interface Gap {
  /** Id of the oldest loaded post above the gap. */
  above: string;
  /** Id of the newest loaded post below it. */
  below: string;
  from: number;
  to: number;
}

export interface RowOptions {
  /** Newest post the reader had seen when the visit began. */
  lastRead?: string | undefined;
  gaps?: readonly Gap[];
  /** Posts that are no part of a run, such as those that are folded: the others would lack their author's name. */
  isAlone?: (status: Status) => boolean;
}

/** Ids are decimal numbers without leading zeros: longer is newer, then by character. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** Turns a list of posts, newest first, into what is drawn: day bands, runs, merged boosts, the reading line. */
export function toRows(statuses: readonly Status[], { lastRead, gaps = [], isAlone = () => false }: RowOptions = {}): Row[] {
  const rows: Row[] = [];
  let block: Status[] = [];
  let day: number | undefined;
  let passedLine = lastRead === undefined;
  const flush = () => {
    rows.push(...sheet(block));
    block = [];
  };
  const boosts = mergedBoosts(statuses);
  for (const status of statuses) {
    if (status.reblog && !boosts.has(status.id)) continue;
    const startOfDay = dayOf(status);
    const crossesLine = !passedLine && lastRead !== undefined && compareIds(status.id, lastRead) <= 0;
    if (crossesLine) {
      passedLine = true;
      // Above everything there is nothing new, and a line would only take room.
      if (rows.length > 0 || block.length > 0) {
        flush();
        rows.push({ kind: 'line', key: 'line' });
      }
    }
    if (startOfDay !== day) {
      flush();
      day = startOfDay;
      rows.push({ kind: 'band', key: `band-${startOfDay}`, day: startOfDay });
    }
    block.push(status);
    const gap = gaps.find((entry) => entry.above === status.id);
    if (gap) {
      flush();
      rows.push({ kind: 'gap', key: `gap-${gap.above}`, gap });
    }
  }
  flush();
  return rows;

  /** A sheet of paper: its posts with runs turned to reading order. */
  function sheet(posts: Status[]): PostRow[] {
    const drawn: PostRow[] = [];
    for (let at = 0; at < posts.length;) {
      const run = runFrom(posts, at, isAlone);
      at += run.length;
      run.reverse().forEach((status, index) => {
        const target = status.reblog ?? status;
        drawn.push({
          kind: 'post',
          key: status.reblog ? `boost-${target.id}-${boosts.get(status.id)?.key ?? status.id}` : status.id,
          status: target,
          entryId: status.id,
          boostedBy: boosts.get(status.id)?.people ?? [],
          inRun: index > 0,
          runGoesOn: index < run.length - 1,
          first: false,
          last: false,
        });
      });
    }
    const [first, last] = [drawn[0], drawn[drawn.length - 1]];
    if (first) first.first = true;
    if (last) last.last = true;
    return drawn;
  }
}

/** The run that starts at an index, newest first as it stands in the list. */
function runFrom(posts: readonly Status[], at: number, isAlone: (status: Status) => boolean): Status[] {
  const run: Status[] = [];
  for (let index = at; index < posts.length; index += 1) {
    const status = posts[index];
    if (!status) break;
    const newer = run[run.length - 1];
    if (newer && (isAlone(status) || !joins(newer, status))) break;
    run.push(status);
    if (status.reblog || isAlone(status)) break;
  }
  return run;
}

function joins(newer: Status, older: Status): boolean {
  return (
    !newer.reblog &&
    !older.reblog &&
    newer.account.id === older.account.id &&
    newer.visibility === older.visibility &&
    isOnItsOwn(newer) &&
    isOnItsOwn(older) &&
    Date.parse(newer.created_at) - Date.parse(older.created_at) <= runGap
  );
}

/** Not an answer to somebody else. */
function isOnItsOwn(status: Status): boolean {
  return status.in_reply_to_id === null || status.in_reply_to_account_id === status.account.id;
}

/**
 * For each row that boosts belong to, by the id of its entry: who boosted, first one first. That row is the newest boost of
 * a group, or the post itself where it stands in the same list within that time: it is not shown twice.
 */
function mergedBoosts(statuses: readonly Status[]): Map<string, { people: Account[]; key: string }> {
  const groups = new Map<string, { people: Account[]; key: string }>();
  const open = new Map<string, { shown: string; newest: number }>();
  const listed = new Map(statuses.filter((status) => !status.reblog).map((status) => [status.id, Date.parse(status.created_at)]));
  for (const status of statuses) {
    if (!status.reblog) continue;
    const time = Date.parse(status.created_at);
    const original = listed.get(status.reblog.id);
    if (original !== undefined && time - original <= boostGap) {
      addBooster(groups, status.reblog.id, status);
      continue;
    }
    const known = open.get(status.reblog.id);
    const group = known && known.newest - time <= boostGap ? groups.get(known.shown) : undefined;
    if (known && group) {
      addBooster(groups, known.shown, status);
    } else {
      open.set(status.reblog.id, { shown: status.id, newest: time });
      groups.set(status.id, { people: [status.account], key: status.id });
    }
  }
  return groups;
}

function addBooster(groups: Map<string, { people: Account[]; key: string }>, row: string, boost: Status): void {
  const group = groups.get(row) ?? { people: [], key: boost.id };
  if (!group.people.some((person) => person.id === boost.account.id)) group.people.unshift(boost.account);
  group.key = boost.id;
  groups.set(row, group);
}

function dayOf(status: Status): number {
  const date = new Date(status.created_at);
  date.setHours(0, 0, 0, 0);
  return date.getTime();
}
