import { z } from 'zod';
import { Id } from './wire.js';

/** Whose answers a list shows: those to anybody the owner follows, those to members of the list, or none. */
export const RepliesPolicy = z.enum(['followed', 'list', 'none']);
export type RepliesPolicy = z.infer<typeof RepliesPolicy>;

/** Mastodon's List. Posts by the members of an exclusive list leave the owner's home. */
export const List = z.object({ id: Id, title: z.string(), replies_policy: RepliesPolicy, exclusive: z.boolean() });
export type List = z.infer<typeof List>;
