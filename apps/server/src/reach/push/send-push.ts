import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import webpush from 'web-push';
import { isLocal, Settings } from '../../config/settings.js';
import { preferencesOf } from '../../people/accounts/preferences.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, statement } from '../../platform/database/database.js';
import { Egress, EgressRefused } from '../../platform/egress/egress.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Seal } from '../../platform/seal/seal.js';
import { VapidKeys } from '../../platform/vapid/vapid-keys.js';
import { NotificationReader } from '../../reading/notifications/notification.reader.js';
import { pushMessage } from './push-message.js';
import { PUSH_QUEUE, type PushJob } from './push-queue.js';
import { TOKEN_PURPOSE } from './save-subscription.js';

/** How long a push service keeps a message for a phone that is off; older news are not sent at all. */
const LIFETIME_SECONDS = 48 * 3600;

interface Row {
  account_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  standard: boolean;
  token_sealed: Buffer;
  preferences: Record<string, unknown>;
}

// Indexes: push_subscription_pkey, oauth_token_pkey, account_pkey.
const RECEIVER = statement(
  'push-receiver',
  `select s.account_id, s.endpoint, s.p256dh, s.auth, s.standard, s.token_sealed, a.preferences
     from push_subscription s join oauth_token t on t.id = s.token_id join account a on a.id = s.account_id
    where s.id = $1 and t.revoked_at is null and a.state = 'active'`,
);
const FORGET = statement('push-forget', 'delete from push_subscription where id = $1 and endpoint = $2');

/** Sends one message to one app's push service. Whatever changed since it was ordered counts: mutes, deletions, a token that ended. */
@Injectable()
export class SendPush implements OnModuleInit {
  private readonly log = new Logger(SendPush.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly notifications: NotificationReader,
    private readonly keys: VapidKeys,
    private readonly seal: Seal,
    private readonly egress: Egress,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(PUSH_QUEUE, (job) => this.run(job));
  }

  /** @throws when trying again later makes sense */
  async run({ subscriptionId, notificationId }: PushJob): Promise<void> {
    const row = await this.database.readOne<Row>(RECEIVER, [subscriptionId]);
    if (!row) return;
    const [notification] = await this.notifications.byIds(row.account_id, [notificationId]);
    if (!notification) return;
    const age = (this.clock.now().getTime() - Date.parse(notification.created_at)) / 1000;
    if (age >= LIFETIME_SECONDS) return;
    const token = this.seal.open(row.token_sealed, TOKEN_PURPOSE);
    const message = pushMessage(notification, token, preferencesOf(row.preferences).language ?? 'en');
    await this.deliver(subscriptionId, row, message, Math.round(LIFETIME_SECONDS - age));
  }

  private async deliver(id: number, row: Row, message: string, ttl: number): Promise<void> {
    const { publicKey, privateKey } = await this.keys.key();
    const { endpoint, p256dh, auth } = row;
    const request = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, message, {
      vapidDetails: { subject: this.subject, publicKey, privateKey },
      contentEncoding: row.standard ? 'aes128gcm' : 'aesgcm',
      TTL: ttl,
      urgency: 'normal',
    });
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const host = URL.parse(endpoint)?.host ?? 'nowhere';
    try {
      const { status } = await this.egress.call(endpoint, { method: 'POST', headers, body: request.body });
      if (status === 404 || status === 410) await this.database.read(FORGET, [id, endpoint]);
      else if (status === 408 || status === 429 || status >= 500) throw new Error(`${host} answered ${status}`);
      else if (status < 200 || status >= 300) this.log.warn(`${host} refused a push message with ${status}`);
    } catch (error) {
      if (!(error instanceof EgressRefused)) throw error;
      this.log.warn(`a push message was not sent: ${error.message}`);
    }
  }

  /** Whom a push service can turn to (RFC 8292). */
  private get subject(): string {
    const { publicUrl, mailFrom } = this.settings;
    const url = new URL(publicUrl);
    if (url.protocol === 'https:' && !isLocal(url.hostname)) return publicUrl;
    return `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`;
  }
}
