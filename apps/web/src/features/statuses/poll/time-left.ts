import type { Text } from '../../../i18n/use-text.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "3 days left", to the nearest; never no time while there is some. */
export function timeLeft(ms: number, t: Text): string {
  if (ms >= DAY) return t('poll.daysLeft', { days: Math.round(ms / DAY) });
  if (ms >= HOUR) return t('poll.hoursLeft', { hours: Math.round(ms / HOUR) });
  return t('poll.minutesLeft', { minutes: Math.max(1, Math.round(ms / MINUTE)) });
}
