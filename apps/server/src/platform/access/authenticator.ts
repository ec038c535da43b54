import type { Principal } from './principal.js';

/** What a request brings to say who calls. */
export interface Credentials {
  /** Secret of our web client's cookie. */
  cookie: string | null;
  /** Bearer token of an app. */
  bearer: string | null;
  ip: string;
}

/** Finds the caller. The people floor provides it; the platform only asks. */
export abstract class Authenticator {
  /** @returns null when the credentials are unknown, expired or revoked, or the account may not act */
  abstract authenticate(credentials: Credentials): Promise<Principal | null>;
}
