import { AnnouncementOver } from './announcement.errors.js';

export interface AnnouncementTimes {
  starts_at: Date | null;
  ends_at: Date | null;
  publish_at: Date;
}

/** An announcement that nobody could ever read is a mistake. @throws AnnouncementOver */
export function mustBeReadable({ starts_at, ends_at, publish_at }: AnnouncementTimes, now: Date): void {
  if (ends_at === null) return;
  if (starts_at !== null && ends_at <= starts_at) throw new AnnouncementOver('it begins');
  if (ends_at <= now) throw new AnnouncementOver('now');
  if (ends_at <= publish_at) throw new AnnouncementOver('it is shown');
}
