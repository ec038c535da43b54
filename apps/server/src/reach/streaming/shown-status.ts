import type { Poll, Status } from '@roost/contracts';
import type { Mark } from '../../posts/statuses/marks.reader.js';
import { canBoost, canDelete, canEdit, canPin, type StatusFacts } from '../../posts/statuses/status.policy.js';

type BareStatus = NonNullable<Status['reblog']>;
type Marks = ReadonlySet<Mark>;

/** A status on its way to many. Equal receivers share one object, so that it is encoded once. */
export interface ShownStatus {
  readonly status: Status;
  /** What receivers did with it, or with what it boosts. */
  readonly marks: ReadonlyMap<string, Marks>;
  /** Copies made so far, by what differs in them. */
  readonly copies: Map<string, Status>;
}

const NONE: Marks = new Set();
const NOBODY: ReadonlyMap<string, Marks> = new Map();

/** @param status as somebody sees it who has nothing to do with it */
export function shownStatus(status: Status, marks: ReadonlyMap<string, Marks> = NOBODY): ShownStatus {
  return { status, marks, copies: new Map() };
}

/** The status as one receiver would load it: what they did with it, and what its author may do. */
export function seenBy(viewerId: string, { status, marks, copies }: ShownStatus, nowMs: number): Status {
  const own = status.account.id === viewerId;
  const ownOriginal = status.reblog?.account.id === viewerId;
  const did = marks.get(viewerId) ?? NONE;
  if (did.size === 0 && !own && !ownOriginal) return status;
  const key = [own, ownOriginal, ...[...did].sort()].join();
  const known = copies.get(key);
  if (known) return known;
  const reblog = status.reblog && { ...copyFor(viewerId, status.reblog, did, nowMs, false), reblog: null };
  // Nobody pins a boost; all else is said of what it boosts.
  const copy = { ...copyFor(viewerId, status, reblog ? without(did, 'pinned') : did, nowMs, reblog !== null), reblog };
  copies.set(key, copy);
  return copy;
}

function copyFor(viewerId: string, status: Status | BareStatus, did: Marks, nowMs: number, isBoost: boolean) {
  const marked = {
    ...status,
    favourited: did.has('favourited'),
    reblogged: did.has('boosted'),
    bookmarked: did.has('bookmarked'),
    muted: did.has('thread_muted'),
    poll: status.poll && pollFor(status.poll, did, status.account.id === viewerId),
  };
  if (status.account.id !== viewerId) return marked;
  const { visibility } = status;
  const facts: StatusFacts = { accountId: viewerId, visibility, deleted: false, authorState: 'active' };
  const can = {
    reply: !isBoost,
    boost: !isBoost && canBoost(viewerId, facts),
    edit: !isBoost && canEdit(viewerId, facts, new Date(status.created_at), new Date(nowMs)),
    delete: canDelete(viewerId, facts),
    pin: !isBoost && canPin(viewerId, facts),
  };
  return { ...marked, pinned: did.has('pinned'), roost: { ...status.roost, can } };
}

function pollFor(poll: Poll, did: Marks, isAuthor: boolean): Poll {
  const ownVotes = poll.options.map((_, option) => option).filter((option) => did.has(`chose:${option}`));
  return { ...poll, voted: isAuthor || ownVotes.length > 0, own_votes: ownVotes };
}

function without(marks: Marks, mark: Mark): Marks {
  return new Set([...marks].filter((each) => each !== mark));
}
