import { ApiError } from '../../api/api-error.js';
import { failureSentence } from '../../app/common/failure.js';
import type { MessageId } from '../../i18n/messages.js';
import type { Text } from '../../i18n/use-text.js';

/** The server's codes for what goes wrong at the entrance, in the person's own language. */
const known: Record<string, MessageId> = {
  'sign_in.wrong': 'problem.wrong',
  'sign_in.unconfirmed': 'problem.unconfirmed',
  'sign_in.waiting': 'problem.waiting',
  'sign_in.suspended': 'problem.suspended',
  'sign_in.disabled': 'problem.disabled',
  'sign_in.too_many': 'problem.tooMany',
  rate_limited: 'problem.tooMany',
  'link.invalid': 'problem.link',
  'set_up.invalid': 'problem.setUpLink',
  'set_up.done': 'problem.setUpDone',
  'sign_up.closed': 'problem.closed',
  'sign_up.invitation_needed': 'problem.invitationNeeded',
  'sign_up.invitation_invalid': 'problem.invitation',
  'email.invalid': 'problem.email',
  'email.not_allowed': 'problem.emailNotAllowed',
  'password.common': 'problem.commonPassword',
  'sign_in.busy': 'problem.tooMany',
  'handle.too_short': 'problem.handle',
  'handle.too_long': 'problem.handle',
  'handle.characters': 'problem.handle',
  'handle.reserved': 'problem.handleTaken',
  'handle.taken': 'problem.handleTaken',
  'handle.like_staff': 'problem.likeStaff',
  'display_name.too_long': 'problem.name',
  'display_name.hidden_characters': 'problem.name',
  'display_name.grapheme_too_long': 'problem.name',
  'display_name.like_staff': 'problem.likeStaff',
};

/** One sentence about why a form was refused. */
export function problemSentence(error: unknown, t: Text): string {
  if (error instanceof ApiError) {
    const id = known[error.code];
    if (id) return t(id);
    if (error.status === 422) return error.message;
  }
  return failureSentence(error, t);
}

/** The sentence beside one field, when the server named that field. */
export function fieldProblem(error: unknown, field: string, t: Text): string | undefined {
  if (!(error instanceof ApiError) || error.field(field) === undefined) return undefined;
  return known[error.code] ? problemSentence(error, t) : error.field(field);
}

/** True when no field of the form shows the problem already. */
export function isGeneral(error: unknown, fields: readonly string[]): boolean {
  return error !== null && !(error instanceof ApiError && fields.some((field) => error.field(field) !== undefined));
}
