import { z } from 'zod';
import { DateTime, Id } from './wire.js';

/** Where a filter counts. `account` is a profile. */
export const FilterContext = z.enum(['home', 'notifications', 'public', 'thread', 'account']);
export type FilterContext = z.infer<typeof FilterContext>;

/** Folds a status behind a line that names the filter, leaves it out, or blurs its media. */
export const FilterAction = z.enum(['warn', 'hide', 'blur']);
export type FilterAction = z.infer<typeof FilterAction>;

export const FilterKeyword = z.object({ id: Id, keyword: z.string(), whole_word: z.boolean() });
export type FilterKeyword = z.infer<typeof FilterKeyword>;

export const FilterStatus = z.object({ id: Id, status_id: Id });
export type FilterStatus = z.infer<typeof FilterStatus>;

const FilterHead = z.object({
  id: Id,
  title: z.string(),
  context: z.array(FilterContext),
  expires_at: DateTime.nullable(),
  filter_action: FilterAction,
});

/** Mastodon's Filter. One that is over is kept, and matches nothing. */
export const Filter = FilterHead.extend({ keywords: z.array(FilterKeyword), statuses: z.array(FilterStatus) });
export type Filter = z.infer<typeof Filter>;

/** Why a status is filtered for its viewer: the keywords of the filter that it holds, or that the filter names it. */
export const FilterResult = z.object({
  filter: FilterHead,
  keyword_matches: z.array(z.string()).nullable(),
  status_matches: z.array(Id).nullable(),
});
export type FilterResult = z.infer<typeof FilterResult>;

/** What apps before Mastodon 4 know as a filter: one keyword. `irreversible` leaves the status out. */
export const V1Filter = z.object({
  id: Id,
  phrase: z.string(),
  context: z.array(FilterContext),
  whole_word: z.boolean(),
  expires_at: DateTime.nullable(),
  irreversible: z.boolean(),
});
export type V1Filter = z.infer<typeof V1Filter>;
