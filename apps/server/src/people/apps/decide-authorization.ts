import { Injectable } from '@nestjs/common';
import { type AuthorizationAnswer, type AuthorizationInput, OUT_OF_BAND } from '@roost/contracts';
import { Settings } from '../../config/settings.js';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { hashSecret, newSecret } from '../../platform/secrets.js';
import { CheckAuthorization } from './check-authorization.js';
import { withParameters } from './redirect-uri.js';

/** How long a code can be exchanged. */
const CODE_MINUTES = 10;

/** A person lets an app in, or does not. */
@Injectable()
export class DecideAuthorization {
  constructor(
    private readonly database: Database,
    private readonly check: CheckAuthorization,
    private readonly settings: Settings,
  ) {}

  async run(viewer: Viewer, input: AuthorizationInput): Promise<AuthorizationAnswer> {
    const { app, redirectUri, scopes, codeChallenge } = await this.check.run(input);
    const outOfBand = redirectUri === OUT_OF_BAND;
    if (!input.approve) {
      if (outOfBand) return { redirect: `${this.settings.publicUrl}/` };
      const refusal = { error: 'access_denied', error_description: 'The person said no.', state: input.state };
      return { redirect: withParameters(redirectUri, refusal) };
    }
    const code = newSecret();
    await this.database.transaction(async (manager) => {
      // Old codes of the same person go on the way; an hour is long enough to notice a second use.
      await manager.query(`delete from oauth_code where account_id = $1 and expires_at < now() - interval '1 hour'`, [
        viewer.accountId,
      ]);
      await manager.query(
        `insert into oauth_code (code_hash, app_id, account_id, redirect_uri, scopes, code_challenge, expires_at)
         values ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7::int))`,
        [hashSecret(code), app.id, viewer.accountId, redirectUri, scopes, codeChallenge, CODE_MINUTES],
      );
    });
    return outOfBand ? { code } : { redirect: withParameters(redirectUri, { code, state: input.state }) };
  }
}
