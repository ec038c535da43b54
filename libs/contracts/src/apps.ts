import { z } from 'zod';
import { Account } from './account.js';
import { DateTime, Id } from './wire.js';

/** Shows the code on a page instead of sending it anywhere. */
export const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';

/** Mastodon's Application. `redirect_uri` is all of them, one on each line: what apps read that know no list. */
export const Application = z.object({
  id: Id,
  name: z.string(),
  website: z.string().nullable(),
  scopes: z.array(z.string()),
  redirect_uris: z.array(z.string()),
  redirect_uri: z.string(),
  vapid_key: z.string(),
});
export type Application = z.infer<typeof Application>;

/** The answer to a registration, and the only time the secret is shown. It never expires. */
export const CredentialApplication = Application.extend({
  client_id: z.string(),
  client_secret: z.string(),
  client_secret_expires_at: z.literal(0),
});
export type CredentialApplication = z.infer<typeof CredentialApplication>;

/** `created_at` in seconds. There is no expiry and no refresh: a token is good until it is revoked. */
export const Token = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  scope: z.string(),
  created_at: z.int(),
});
export type Token = z.infer<typeof Token>;

/** What an app asks for at `/oauth/authorize`. `force_login` and `lang` are the page's business. */
export const AuthorizationQuery = z.object({
  response_type: z.string().max(50).default('code'),
  client_id: z.string().max(200),
  redirect_uri: z.string().max(2000).optional(),
  scope: z.string().max(2000).optional(),
  state: z.string().max(4000).optional(),
  code_challenge: z.string().max(200).optional(),
  code_challenge_method: z.string().max(20).optional(),
});
export type AuthorizationQuery = z.infer<typeof AuthorizationQuery>;

/** What the person is asked before they let an app in. Without `account` they have to sign in first. */
export const AuthorizationPreview = z.object({
  app: z.object({ name: z.string(), website: z.string().nullable() }),
  scopes: z.array(z.string()),
  redirect_uri: z.string(),
  account: Account.nullable(),
});
export type AuthorizationPreview = z.infer<typeof AuthorizationPreview>;

export const AuthorizationInput = AuthorizationQuery.extend({ approve: z.boolean() });
export type AuthorizationInput = z.infer<typeof AuthorizationInput>;

/** Where to go on, or the code to copy when the app has no address of its own. */
export const AuthorizationAnswer = z.union([z.object({ redirect: z.string() }), z.object({ code: z.string() })]);
export type AuthorizationAnswer = z.infer<typeof AuthorizationAnswer>;

/** An app that a person has let in, with everything its tokens may do together. */
export const ConnectedApp = z.object({
  id: Id,
  name: z.string(),
  website: z.string().nullable(),
  scopes: z.array(z.string()),
  /** How many devices or installations hold a token of their own. */
  tokens: z.int(),
  created_at: DateTime,
  last_used_at: DateTime.nullable(),
});
export type ConnectedApp = z.infer<typeof ConnectedApp>;

/** Claims of OpenID Connect about the person behind a token. */
export const UserInfo = z.object({
  iss: z.string(),
  sub: z.string(),
  name: z.string(),
  preferred_username: z.string(),
  profile: z.string(),
  picture: z.string(),
});
export type UserInfo = z.infer<typeof UserInfo>;
