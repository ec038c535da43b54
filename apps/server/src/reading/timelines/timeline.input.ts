import { tagKey } from '@roost/text';
import { z } from 'zod';
import { Bool, list, pageInput } from '../../platform/http/wire-input.js';

export const TimelineQuery = z.object(pageInput(20, 40));
export type TimelineQuery = z.infer<typeof TimelineQuery>;

export const CompanyQuery = TimelineQuery.extend({ remote: Bool.default(false), only_media: Bool.default(false) });
export type CompanyQuery = z.infer<typeof CompanyQuery>;

/** Names become keys; what can be no tag is an empty key, which no status has. */
const TagNames = list(z.string().transform(tagKey), 20).default([]);
export const TagName = z.string().transform(tagKey);

export const TagQuery = TimelineQuery.extend({
  any: TagNames,
  all: TagNames,
  none: TagNames,
  remote: Bool.default(false),
  only_media: Bool.default(false),
});
export type TagQuery = z.infer<typeof TagQuery>;

export const AccountStatusesQuery = TimelineQuery.extend({
  only_media: Bool.default(false),
  exclude_replies: Bool.default(false),
  exclude_reblogs: Bool.default(false),
  pinned: Bool.default(false),
  tagged: z.string().optional(),
});
export type AccountStatusesQuery = z.infer<typeof AccountStatusesQuery>;
