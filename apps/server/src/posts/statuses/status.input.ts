import { LIMITS, Visibility } from '@roost/contracts';
import { z } from 'zod';
import { Bool, IdParam, list } from '../../platform/http/wire-input.js';
import { DescriptionField, FocusField } from '../media/media.input.js';
import { NewPollField, PollChangeField } from '../polls/poll.input.js';

/** A field that clients leave out, send empty or send as null: all three mean "not said". */
function unsaid<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
}

const Text = z.preprocess((value) => value ?? undefined, z.string().optional());
const MediaIds = unsaid(list(z.coerce.string().pipe(IdParam), 50));
/** Languages as clients send them; one that is no code is left out rather than keeping a post from being sent. */
const LanguageCode = unsaid(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/)).catch(undefined);

export const NewStatusInput = z.object({
  status: Text,
  spoiler_text: Text,
  sensitive: unsaid(Bool),
  visibility: unsaid(Visibility),
  language: LanguageCode,
  // What is no id can only be something that does not exist; there is no status 0.
  in_reply_to_id: unsaid(z.coerce.string().pipe(IdParam).catch('0')),
  media_ids: MediaIds,
  poll: NewPollField,
  // What Roost does not offer is refused: leaving it out silently would publish something else than was meant.
  scheduled_at: unsaid(z.unknown()),
  quoted_status_id: unsaid(z.unknown()),
});
export type NewStatus = z.infer<typeof NewStatusInput>;

export const StatusChangeInput = z.object({
  status: Text,
  spoiler_text: Text,
  sensitive: unsaid(Bool),
  language: LanguageCode,
  media_ids: MediaIds,
  media_attributes: unsaid(
    list(z.object({ id: z.string(), description: DescriptionField, focus: FocusField }), LIMITS.mediaPerStatus),
  ),
  poll: PollChangeField,
});
export type StatusChange = z.infer<typeof StatusChangeInput>;

/** What is no id names nothing, and is left out like a status that does not exist. */
export const ManyStatusesInput = z.object({
  id: list(z.unknown())
    .optional()
    .transform((ids) => (ids ?? []).map(String).filter((id) => IdParam.safeParse(id).success)),
});
export type ManyStatuses = z.infer<typeof ManyStatusesInput>;

export const DeletionInput = z.object({ delete_media: unsaid(Bool) });
export type DeletionAsked = z.infer<typeof DeletionInput>;
export const BoostInput = z.object({ visibility: unsaid(Visibility) });
export type BoostAsked = z.infer<typeof BoostInput>;
