import { LIMITS } from '@roost/contracts';
import { Invalid } from '../../platform/errors.js';

export class TooManyLists extends Invalid {
  constructor() {
    super(
      `Validation failed: You have reached the maximum number of lists, ${LIMITS.lists}`,
      { limit: LIMITS.lists },
      'list.too_many',
    );
  }
}

/** Somebody named is a member already; nobody was added. */
export class AlreadyInList extends Invalid {
  constructor() {
    super('Validation failed: Account has already been taken', { account_ids: ['has already been taken'] }, 'list.already_in');
  }
}
