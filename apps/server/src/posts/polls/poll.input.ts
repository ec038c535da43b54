import { z } from 'zod';
import { Bool, list } from '../../platform/http/wire-input.js';

const unsaid = (value: unknown) => (value === '' || value === null ? undefined : value);
const Option = z.union([z.string(), z.number().transform(String)], { error: 'must be a text' });
const Flag = z.preprocess(unsaid, Bool.default(false));

/** A poll as an author wishes it; `compose-poll.ts` says whether it can be. */
export const PollInput = z.object({
  options: list(Option, 50).default([]),
  expires_in: z.preprocess(unsaid, z.coerce.number({ error: 'must be a number of seconds' }).int().optional()),
  multiple: Flag,
  hide_totals: Flag,
});
export type PollWish = z.infer<typeof PollInput>;

/** Apps send an empty one where there is none. */
function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

export const NewPollField = z.preprocess((value) => (isEmpty(value) ? undefined : value), PollInput.optional());
/** Left out it stays as it is; null or empty takes it away. */
export const PollChangeField = z.preprocess((value) => (isEmpty(value) ? null : value), PollInput.nullable().optional());

/** Positions of options, from 0. */
export const VotesInput = z.object({
  choices: list(
    z.union(
      [
        z.int().min(0),
        z
          .string()
          .regex(/^\d{1,3}$/)
          .transform(Number),
      ],
      { error: 'must be numbers of options, from 0' },
    ),
    50,
  ).default([]),
});
export type VotesInput = z.infer<typeof VotesInput>;
