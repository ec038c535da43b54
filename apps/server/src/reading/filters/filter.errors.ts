import { LIMITS } from '@roost/contracts';
import { Invalid } from '../../platform/errors.js';

export class TooManyFilters extends Invalid {
  constructor() {
    const limit = LIMITS.filters;
    super(`Validation failed: You have reached the maximum number of filters, ${limit}`, { limit }, 'filter.too_many');
  }
}

export class TooManyInFilter extends Invalid {
  constructor(what: 'keywords' | 'posts', limit: number) {
    super(`Validation failed: A filter holds at most ${limit} ${what}`, { limit }, 'filter.too_many_in_filter');
  }
}

/** What is left of a keyword once case, accents and invisible characters are gone is nothing. */
export class KeywordBlank extends Invalid {
  constructor() {
    super("Validation failed: Keyword can't be blank", { keyword: ["can't be blank"] }, 'filter.keyword_blank');
  }
}

export class StatusBlankInFilter extends Invalid {
  constructor() {
    super("Validation failed: Status can't be blank", { status_id: ["can't be blank"] }, 'filter.status_blank');
  }
}

export class StatusAlreadyInFilter extends Invalid {
  constructor() {
    super(
      'Validation failed: Status has already been taken',
      { status_id: ['has already been taken'] },
      'filter.status_already_in',
    );
  }
}

/** An app that knows one keyword per filter would change the others unseen. */
export class SharedByKeywords extends Invalid {
  constructor() {
    super(
      'These parameters cannot be changed from this application because they apply to more than one filter keyword. Use a more recent application or the web interface.',
      undefined,
      'filter.shared_by_keywords',
    );
  }
}
