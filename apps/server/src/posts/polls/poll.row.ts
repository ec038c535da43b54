/** The poll of a status, as columns beside those of the status. All are null where there is none. */
export interface PollRow {
  poll_id: string | null;
  poll_options: string[];
  poll_multiple: boolean;
  poll_hide_totals: boolean;
  /** Votes for each option. */
  poll_tallies: number[];
  poll_voters_count: number;
  poll_expires_at: Date;
  /** When its end was told; a moment after it came. */
  poll_ended_at: Date | null;
}

/** Columns of {@link PollRow}, for statements that name the table `poll`. */
export const POLL_COLUMNS = `poll.id as poll_id, poll.options as poll_options, poll.multiple as poll_multiple, poll.hide_totals as poll_hide_totals,
  poll.tallies as poll_tallies, poll.voters_count as poll_voters_count, poll.expires_at as poll_expires_at,
  poll.ended_at as poll_ended_at`;
