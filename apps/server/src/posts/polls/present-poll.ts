import type { Poll } from '@roost/contracts';
import type { PollRow } from './poll.row.js';

/** What a viewer has to do with a poll. */
export interface PollViewer {
  isAuthor: boolean;
  /** Positions of the options they chose; null when they did not vote. */
  ownVotes: readonly number[] | null;
}

/** @returns null for a status without a poll */
export function presentPoll(row: PollRow, viewer: PollViewer, now: Date): Poll | null {
  if (row.poll_id === null) return null;
  // What was told as over is over, also where this machine's clock is behind the database's.
  const expired = row.poll_ended_at !== null || row.poll_expires_at.getTime() <= now.getTime();
  const hidden = row.poll_hide_totals && !expired;
  return {
    id: row.poll_id,
    expires_at: row.poll_expires_at.toISOString(),
    expired,
    multiple: row.poll_multiple,
    votes_count: row.poll_tallies.reduce((sum, votes) => sum + votes, 0),
    voters_count: row.poll_voters_count,
    options: row.poll_options.map((title, index) => ({
      title,
      votes_count: hidden ? null : (row.poll_tallies[index] ?? 0),
    })),
    emojis: [],
    voted: viewer.isAuthor || viewer.ownVotes !== null,
    own_votes: [...(viewer.ownVotes ?? [])],
  };
}
