import { Injectable } from '@nestjs/common';
import type { AuthorizationQuery, Scope } from '@roost/contracts';
import { type AppRow, AppRepository } from './app.repository.js';
import { BadAuthorization } from './oauth.errors.js';
import { grantScopes } from './oauth-scopes.js';
import { isChallenge } from './pkce.js';

/** An app's wish that can be put before a person. */
export interface CheckedAuthorization {
  app: AppRow;
  redirectUri: string;
  scopes: Scope[];
  codeChallenge: string | null;
}

/** Checks what an app asks for. Nothing wrong is ever sent to its address, because the address may be what is wrong. */
@Injectable()
export class CheckAuthorization {
  constructor(private readonly apps: AppRepository) {}

  /** @throws BadAuthorization with a sentence for the person */
  async run(query: AuthorizationQuery): Promise<CheckedAuthorization> {
    const app = await this.apps.byClientId(query.client_id);
    if (!app)
      throw new BadAuthorization('unknown_app', 'Roost does not know this app. Start again in the app, so that it registers.');
    const redirectUri = query.redirect_uri ?? (app.redirect_uris.length === 1 ? app.redirect_uris[0] : undefined);
    if (redirectUri === undefined || !app.redirect_uris.includes(redirectUri))
      throw new BadAuthorization('wrong_redirect', 'The app wants to be answered at an address it did not register.');
    if (query.response_type !== 'code')
      throw new BadAuthorization('wrong_response_type', 'The app asks for something else than a code. Roost gives codes only.');
    const scopes = grantScopes(query.scope, app.scopes);
    if (!scopes)
      throw new BadAuthorization('wrong_scope', 'The app asks for permissions that are unknown or that it did not register.');
    return { app, redirectUri, scopes, codeChallenge: challengeOf(query) };
  }
}

function challengeOf(query: AuthorizationQuery): string | null {
  if (query.code_challenge === undefined || query.code_challenge === '') return null;
  if (query.code_challenge_method !== 'S256' || !isChallenge(query.code_challenge))
    throw new BadAuthorization('wrong_challenge', 'The app proves itself in a way Roost does not take. Only S256 is safe.');
  return query.code_challenge;
}
