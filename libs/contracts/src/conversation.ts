import { z } from 'zod';
import { Account } from './account.js';
import { Status } from './status.js';
import { Id } from './wire.js';

/** Mastodon's Conversation: direct posts of one thread between the same people. `accounts` are the others, or oneself alone. */
export const Conversation = z.object({
  id: Id,
  unread: z.boolean(),
  accounts: z.array(Account),
  last_status: Status.nullable(),
});
export type Conversation = z.infer<typeof Conversation>;
