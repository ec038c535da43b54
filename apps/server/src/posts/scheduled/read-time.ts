import { LIMITS } from '@roost/contracts';
import { TimeNotAhead } from './scheduled.errors.js';

/** ISO 8601 with a date and a time; without a zone it is UTC. A form may have turned the `+` of a zone into a blank. */
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(?:Z|([+\- ]\d{2}):?(\d{2}))?$/i;

/** Reads when something is to be published. @throws TimeNotAhead also for what is no time */
export function readTime(value: unknown, now: Date): Date {
  const [, day, minutes, seconds, zoneHours, zoneMinutes] = TIME.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  if (day === undefined || minutes === undefined) throw new TimeNotAhead();
  const zone = zoneHours === undefined ? 'Z' : `${zoneHours.replace(' ', '+')}:${zoneMinutes ?? '00'}`;
  const time = new Date(`${day}T${minutes}${seconds ?? ':00'}${zone}`);
  // Also false for a date that is none.
  if (!(time.getTime() >= now.getTime() + LIMITS.scheduleAheadSeconds * 1000)) throw new TimeNotAhead();
  return time;
}
