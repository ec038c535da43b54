import type { Announcement } from '@roost/contracts';
import { dayName, fullDate } from '../../i18n/format.js';
import type { Text } from '../../i18n/use-text.js';

/** When the thing is that is announced, in a few words; nothing when it has no time of its own. */
export function announcementWhen(
  { starts_at, ends_at, all_day }: Pick<Announcement, 'starts_at' | 'ends_at' | 'all_day'>,
  locale: string,
  t: Text,
): string | null {
  if (starts_at === null) return null;
  const show = (moment: string) => (all_day ? dayName : fullDate)(new Date(moment), locale);
  const from = show(starts_at);
  const until = ends_at === null ? from : show(ends_at);
  return from === until ? from : t('announcements.fromTo', { from, until });
}
