import type { TextEntity, Visibility } from '@roost/contracts';
import { POLL_COLUMNS, type PollRow } from '../polls/poll.row.js';

/** A status as the database keeps it. Ids are decimal strings. */
export interface StatusRow extends PollRow {
  id: string;
  account_id: string;
  text: string;
  spoiler_text: string;
  sensitive: boolean;
  language: string | null;
  visibility: Visibility;
  entities: TextEntity[];
  in_reply_to_id: string | null;
  in_reply_to_account_id: string | null;
  thread_id: string;
  boost_of_id: string | null;
  app_name: string | null;
  app_website: string | null;
  replies_count: number;
  boosts_count: number;
  favourites_count: number;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
}

/** Columns of {@link StatusRow}, for statements that name the tables `s`, `app` and `poll`. */
export const STATUS_COLUMNS = `s.id, s.account_id, s.text, s.spoiler_text, s.sensitive, s.language, s.visibility, s.entities, s.in_reply_to_id,
  s.in_reply_to_account_id, s.thread_id, s.boost_of_id, app.name as app_name, app.website as app_website, s.replies_count, s.boosts_count,
  s.favourites_count, s.created_at, s.edited_at, s.deleted_at, ${POLL_COLUMNS}`;

/** What the viewer has to do with a status and its author. */
export interface ViewerFacts {
  favourited: boolean;
  boosted: boolean;
  bookmarked: boolean;
  pinned: boolean;
  thread_muted: boolean;
  /** The viewer is named in it. */
  mentioned: boolean;
  follows_author: boolean;
  /** One of the two blocks the other; which one is nobody's business. */
  blocked: boolean;
  mutes_author: boolean;
  /** Options chosen in its poll; null without a vote. */
  own_votes: number[] | null;
  /** The viewer has filters, whatever they say of this status. */
  has_filters: boolean;
}

export const NO_FACTS: ViewerFacts = {
  favourited: false,
  boosted: false,
  bookmarked: false,
  pinned: false,
  thread_muted: false,
  mentioned: false,
  follows_author: false,
  blocked: false,
  mutes_author: false,
  own_votes: null,
  has_filters: false,
};
