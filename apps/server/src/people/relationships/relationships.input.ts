import { z } from 'zod';
import { Bool, IdParam, list, pageInput } from '../../platform/http/wire-input.js';

/** Ten years: whoever mutes for longer can leave the end out. */
const MOST_SECONDS = 10 * 365 * 24 * 60 * 60;

/** What is no id belongs to nobody, and is left out as one that belongs to nobody is. */
const Ids = list(z.unknown()).transform((values) =>
  (values ?? []).map(String).filter((value) => IdParam.safeParse(value).success),
);

/** Targets as `id[]`, or a single `id`. */
export const TargetsQuery = z.object({ id: Ids.optional(), with_suspended: Bool.default(false) });
export type TargetsQuery = z.infer<typeof TargetsQuery>;

export const ListQuery = z.object(pageInput(40, 80));
export type ListQuery = z.infer<typeof ListQuery>;

export const FollowBody = z
  .object({
    /** Also show what they boost. */
    reblogs: Bool.optional(),
    /** Tell the viewer of every post. */
    notify: Bool.optional(),
    /** Show posts in these languages only; none means all. */
    languages: list(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, 'must be ISO 639 codes such as fr'), 50).optional(),
  })
  .transform(({ reblogs, notify, languages }) => ({
    show_boosts: reblogs,
    notify,
    languages: languages === undefined ? undefined : languages.length === 0 ? null : languages,
  }));
export type FollowBody = z.infer<typeof FollowBody>;

export const MuteBody = z.object({
  notifications: Bool.default(true),
  /** Seconds; 0 is for good. */
  duration: z.coerce.number().int().min(0).max(MOST_SECONDS).default(0),
});
export type MuteBody = z.infer<typeof MuteBody>;

export const NoteBody = z.object({
  comment: z
    .string()
    .max(10_000)
    .nullish()
    .transform((text) => text ?? ''),
});
export type NoteBody = z.infer<typeof NoteBody>;
