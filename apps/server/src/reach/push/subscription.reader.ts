import { Injectable } from '@nestjs/common';
import { PUSH_ALERTS, type PushAlert, type PushPolicy, type WebPushSubscription } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { VapidKeys } from '../../platform/vapid/vapid-keys.js';

interface Row {
  id: number;
  endpoint: string;
  standard: boolean;
  alerts: string[];
  policy: PushPolicy;
}

// Index: push_subscription_token_id_key.
const BY_TOKEN = statement(
  'push-subscription-of-token',
  'select s.id, s.endpoint, s.standard, s.alerts, s.policy from push_subscription s where s.token_id = $1',
);

/** Where the app behind a token wants to be called. */
@Injectable()
export class SubscriptionReader {
  constructor(
    private readonly database: Database,
    private readonly keys: VapidKeys,
  ) {}

  /** @throws NotFound when there is none */
  async read(viewer: Viewer): Promise<WebPushSubscription> {
    const row = await this.database.readOne<Row>(BY_TOKEN, [viewer.credentialId]);
    if (!row) throw new NotFound();
    const { id, endpoint, standard, policy } = row;
    const alerts = Object.fromEntries(PUSH_ALERTS.map((name) => [name, row.alerts.includes(name)])) as Record<PushAlert, boolean>;
    return { id, endpoint, standard, alerts, policy, server_key: await this.keys.publicKey() };
  }
}
