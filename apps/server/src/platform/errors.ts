/** What went wrong, in the words of the domain. The HTTP status follows from the kind in one place. */
export type ErrorKind =
  | 'invalid'
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'rate-limited'
  | 'unavailable';

/** Base of every error a person may see: a stable code for programs, a sentence for people, details that name the fields. */
export abstract class RoostError extends Error {
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  /** Sent to the client: field names with what is wrong, or figures such as a count. Never secrets. */
  readonly details?: Record<string, unknown>;
  /** A sentence beside a message that is a name, as OAuth wants it. */
  readonly description?: string;
  /** Seconds after which a retry makes sense. */
  readonly retryAfter?: number;

  constructor(message: string, details?: Record<string, unknown>) {
    super(message);
    this.name = new.target.name;
    if (details) this.details = details;
  }
}

/** Also the answer for what the viewer may not see: absence and refusal look alike. */
export class NotFound extends RoostError {
  readonly code: string = 'not_found';
  readonly kind = 'not-found';
  constructor(message = 'Record not found') {
    super(message);
  }
}

export class Forbidden extends RoostError {
  readonly code: string = 'forbidden';
  readonly kind = 'forbidden';
  constructor(message = 'This action is not allowed') {
    super(message);
  }
}

export class OutsideScopes extends RoostError {
  readonly code = 'outside_scopes';
  readonly kind = 'forbidden';
  constructor() {
    super('This action is outside the authorized scopes');
  }
}

export class Unauthenticated extends RoostError {
  readonly code: string = 'unauthenticated';
  readonly kind = 'unauthenticated';
  constructor(message = 'The access token is invalid') {
    super(message);
  }
}

/** An app's own token was used where a person is needed. */
export class PersonNeeded extends RoostError {
  readonly code = 'person_needed';
  readonly kind = 'invalid';
  constructor() {
    super('This method requires an authenticated user');
  }
}

/** Input that does not fit. `details` maps each field to what is wrong with it. */
export class Invalid extends RoostError {
  readonly kind = 'invalid';
  constructor(
    message: string,
    details?: Record<string, unknown>,
    readonly code: string = 'invalid',
  ) {
    super(message, details);
  }
}

export class Conflict extends RoostError {
  readonly kind = 'conflict';
  constructor(
    message: string,
    readonly code: string = 'conflict',
  ) {
    super(message);
  }
}
