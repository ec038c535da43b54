import { Invalid, RoostError } from '../../platform/errors.js';

/** Errors of the token endpoints, named as RFC 6749 does: `error` is the name, `error_description` the sentence. */
abstract class OAuthError extends RoostError {
  constructor(
    readonly code: string,
    override readonly description: string,
  ) {
    super(code);
  }
}

export class InvalidClient extends OAuthError {
  readonly kind = 'unauthenticated';
  constructor() {
    super('invalid_client', 'The app is not known here, or its secret is wrong. Register it again.');
  }
}

/** RFC 7009: a token is ended by the app it was given to. */
export class UnauthorizedClient extends OAuthError {
  readonly kind = 'forbidden';
  constructor() {
    super('unauthorized_client', 'You are not authorized to revoke this token');
  }
}

export class InvalidRequest extends OAuthError {
  readonly kind = 'malformed';
  constructor(description: string) {
    super('invalid_request', description);
  }
}

export class InvalidGrant extends OAuthError {
  readonly kind = 'malformed';
  constructor(
    description = 'The authorization code is wrong, was used before, has expired, or belongs to another app or address.',
  ) {
    super('invalid_grant', description);
  }
}

export class InvalidScope extends OAuthError {
  readonly kind = 'malformed';
  constructor() {
    super('invalid_scope', 'The scopes asked for are unknown, or more than the app registered.');
  }
}

export class UnsupportedGrantType extends OAuthError {
  readonly kind = 'malformed';
  constructor() {
    super('unsupported_grant_type', 'Use authorization_code or client_credentials.');
  }
}

/** Why a person cannot be asked to let an app in: the page shows the sentence and sends nobody anywhere. */
export class BadAuthorization extends Invalid {
  constructor(
    code: 'unknown_app' | 'wrong_redirect' | 'wrong_response_type' | 'wrong_scope' | 'wrong_challenge',
    sentence: string,
  ) {
    super(sentence, undefined, `authorization.${code}`);
  }
}
