import { Invalid } from '../../../platform/errors.js';

/** Where in the query something is wrong, in UTF-16 units as JavaScript counts them: half-open. */
export interface Place {
  start: number;
  end: number;
}

export class SearchTooLong extends Invalid {
  constructor(limit: number) {
    super(`A search has at most ${limit} characters`, { q: ['is too long'], limit }, 'search.too_long');
  }
}

export class SearchTooComplex extends Invalid {
  constructor(limit: number) {
    super(`A search has at most ${limit} words and operators`, { q: ['is too complex'], limit }, 'search.too_complex');
  }
}

/** Looks like an operator, and is nearly one. */
export class UnknownOperator extends Invalid {
  constructor(operator: string, nearest: string, place: Place) {
    super(
      `There is no operator ${operator}: – did you mean ${nearest}: ? Put it in quotation marks to look for the words themselves.`,
      { q: ['has an unknown operator'], operator, nearest, ...place },
      'search.unknown_operator',
    );
  }
}

/** An operator that cannot do anything with its value. */
export class BadOperatorValue extends Invalid {
  constructor(operator: string, value: string, hint: { wants: string; nearest: string | null }, place: Place) {
    const guess = hint.nearest === null ? '' : ` – did you mean ${operator}:${hint.nearest} ?`;
    super(
      `${operator}: wants ${hint.wants}${guess}`,
      { q: ['has an operator with a wrong value'], operator, value, nearest: hint.nearest, ...place },
      'search.bad_value',
    );
  }
}

/** The database did not find an end in time. */
export class SearchTooBroad extends Invalid {
  constructor() {
    super(
      'This search takes too long. Narrow it down: add a word, a person with from: or days with since: and until:',
      { q: ['is too broad'] },
      'search.too_broad',
    );
  }
}
