import { LIMITS } from '@roost/contracts';
import { Invalid } from '../../platform/errors.js';

/** Too soon, gone by, or no time at all. Apps match on this very sentence. */
export class TimeNotAhead extends Invalid {
  constructor() {
    super(
      'Record invalid',
      { scheduled_at: [`must be a time at least ${LIMITS.scheduleAheadSeconds / 60} minutes ahead`] },
      'scheduled.time_not_ahead',
    );
  }
}

export class TooManyScheduled extends Invalid {
  constructor(limit: number, onOneDay: boolean) {
    super(
      `Validation failed: You have exceeded the limit of ${limit} scheduled posts${onOneDay ? ' for one day' : ''}`,
      { limit },
      'scheduled.too_many',
    );
  }
}
