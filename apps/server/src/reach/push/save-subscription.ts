import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Egress } from '../../platform/egress/egress.js';
import { Invalid } from '../../platform/errors.js';
import { Seal } from '../../platform/seal/seal.js';
import { VapidKeys } from '../../platform/vapid/vapid-keys.js';
import { alertsOf, type SubscriptionBody } from './push.input.js';

/** What a subscription's token is sealed for. */
export const TOKEN_PURPOSE = 'push token';

class BadEndpoint extends Invalid {
  constructor() {
    super(
      'Validation failed: Endpoint is not an https address that Roost may call',
      { endpoint: ['must be a public https address'] },
      'push.bad_endpoint',
    );
  }
}

/** Remembers where an app wants to be called. One place for each token: another takes the place of the first. */
@Injectable()
export class SaveSubscription {
  constructor(
    private readonly database: Database,
    private readonly egress: Egress,
    private readonly seal: Seal,
    private readonly keys: VapidKeys,
  ) {}

  /** @param token the app's own, which it expects back in every message */
  async run(viewer: Viewer, token: string, { subscription, data }: SubscriptionBody): Promise<void> {
    if (!this.egress.isCallable(subscription.endpoint)) throw new BadEndpoint();
    const key = await this.keys.key();
    await this.database.transaction((manager) =>
      manager.query(
        `insert into push_subscription (token_id, account_id, vapid_key_id, endpoint, p256dh, auth, standard, alerts, policy, token_sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (token_id) do update set vapid_key_id = excluded.vapid_key_id, endpoint = excluded.endpoint, p256dh = excluded.p256dh,
           auth = excluded.auth, standard = excluded.standard, alerts = excluded.alerts, policy = excluded.policy,
           token_sealed = excluded.token_sealed, updated_at = now()`,
        [
          viewer.credentialId,
          viewer.accountId,
          key.id,
          subscription.endpoint,
          subscription.keys.p256dh,
          subscription.keys.auth,
          subscription.standard,
          alertsOf(data.alerts),
          data.policy ?? 'all',
          this.seal.seal(token, TOKEN_PURPOSE),
        ],
      ),
    );
  }
}
