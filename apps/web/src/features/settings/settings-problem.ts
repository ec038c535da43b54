import { ApiError } from '../../api/api-error.js';
import type { MessageId } from '../../i18n/messages.js';
import type { Text } from '../../i18n/use-text.js';
import { problemSentence } from '../sign-in/problem.js';

const known: Record<string, MessageId> = {
  'account.wrong_password': 'settings.problem.password',
  'account.last_administrator': 'settings.problem.lastAdministrator',
  'profile.bad_picture': 'settings.problem.picture',
  'profile.too_long': 'settings.problem.long',
  'profile.too_many_fields': 'settings.problem.long',
  'settings.domains_missing': 'settings.problem.domains',
  'settings.bad_domain': 'settings.problem.domain',
  'announcement.blank': 'announcing.problem.blank',
  'announcement.too_long': 'announcing.problem.long',
  'announcement.over': 'announcing.problem.over',
  'settings.blank_name': 'settings.problem.siteName',
};

/** One sentence about why a change was refused, in the person's own language. */
export function settingsProblem(error: unknown, t: Text): string {
  if (error instanceof ApiError) {
    const id = known[error.code];
    if (id) return t(id);
    if (error.status === 413) return t('settings.problem.tooLarge');
    if (error.status === 422 && error.field('password') !== undefined && error.code !== 'password.common')
      return t('settings.problem.shortPassword');
  }
  return problemSentence(error, t);
}

/** The same beside one field, when the server named it. */
export function problemAt(error: unknown, field: string, t: Text): string | undefined {
  return error instanceof ApiError && error.field(field) !== undefined ? settingsProblem(error, t) : undefined;
}
