import type { Text } from './use-text.js';

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = cache.get(key);
  if (!found) cache.set(key, (found = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)));
  return found;
}

/** "09:42" */
export function clock(date: Date, locale: string): string {
  return formatter(locale, { hour: '2-digit', minute: '2-digit' }).format(date);
}

/** "Tuesday 22 September 2026 at 08:10": what focus, hover and screen readers get. */
export function fullDate(date: Date, locale: string): string {
  return formatter(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}

/** "Tuesday 22 September" */
export function dayName(date: Date, locale: string): string {
  return formatter(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(date).replace(',', '');
}

/** "22 Sep 2026" */
export function shortDate(date: Date, locale: string): string {
  return formatter(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

/** Clock within the day, weekday within the week, date after. */
export function postTime(date: Date, now: Date, locale: string): string {
  const days = daysBetween(date, now);
  if (days <= 0) return clock(date, locale);
  if (days < 7) return formatter(locale, { weekday: 'short' }).format(date);
  const sameYear = date.getFullYear() === now.getFullYear();
  return formatter(locale, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(date);
}

/** Whole calendar days from `date` to `now` in the reader's time zone; 0 is today. */
function daysBetween(date: Date, now: Date): number {
  const start = (d: Date) => Date.UTC(d.getFullYear(), d.getMonth(), d.getDate());
  return Math.round((start(now) - start(date)) / 86_400_000);
}

/** The heading of a day band: "Today", "Yesterday", or nothing beside the date. */
export function dayWord(date: Date, now: Date, t: Text): string | undefined {
  const days = daysBetween(date, now);
  if (days === 0) return t('time.today');
  if (days === 1) return t('time.yesterday');
  return undefined;
}

const compact = new Map<string, Intl.NumberFormat>();

/** 1,204 stays whole; from ten thousand on "12k". */
export function count(value: number, locale: string): string {
  const short = value >= 10_000;
  const key = `${locale}${short}`;
  let found = compact.get(key);
  if (!found) {
    found = new Intl.NumberFormat(
      locale === 'en' ? 'en-GB' : locale,
      short ? { notation: 'compact', maximumFractionDigits: 1 } : {},
    );
    compact.set(key, found);
  }
  return found.format(value);
}
