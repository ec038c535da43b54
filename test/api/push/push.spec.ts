import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Application, type CredentialApplication, type Instance, WebPushSubscription } from '@roost/contracts';
import { type Cast, Client, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import { Phone, PushService, senderOf } from './push-service.js';

const PATH = '/api/v1/push/subscription';

describe('Web Push', () => {
  let roost: Roost;
  let cast: Cast;
  let service: PushService;
  let serverKey: string;
  let endpoints = 0;

  beforeAll(async () => {
    service = await PushService.start();
    roost = await startRoost();
    cast = await roost.cast();
    serverKey = (await roost.anonymous.get<Instance>('/api/v2/instance')).body.configuration.vapid.public_key;
  });
  afterAll(async () => {
    await roost.stop();
    await service.stop();
  });

  interface Device {
    phone: Phone;
    path: string;
    client: Client;
    token: string;
    subscription: WebPushSubscription;
  }

  const subscribe = async (
    person: Person,
    data: Record<string, unknown> = { alerts: { mention: true, favourite: true, reblog: true, follow: true } },
    standard = true,
  ): Promise<Device> => {
    const phone = new Phone();
    const path = `/push/${endpoints++}`;
    const token = await roost.token(person.id, ['read', 'push']);
    const client = person.withToken(token);
    const answer = await client.post<WebPushSubscription>(PATH, {
      subscription: { endpoint: `${service.url}${path}`, keys: phone.keys, standard },
      data,
    });
    expect(answer.status).toBe(200);
    return { phone, path, client, token, subscription: WebPushSubscription.parse(answer.body) };
  };
  const messages = (device: Device) => service.at(device.path).map((message) => device.phone.read(message));
  /** A device that hears of everything: once it has heard, all that was to be sent before has been sent. */
  const heard = async (person: Person, by: Person): Promise<void> => {
    const last = await subscribe(person, { alerts: { mention: true } });
    await by.publishes(`@${person.handle} the end`);
    await until(() => messages(last).length > 0);
  };

  it('shows one public key everywhere, and keeps the private one sealed', async () => {
    expect(Buffer.from(serverKey, 'base64url')).toHaveLength(65);
    const app = await roost.anonymous.post<CredentialApplication>('/api/v1/apps', {
      client_name: 'App',
      redirect_uris: 'app://x',
    });
    expect(app.body.vapid_key).toBe(serverKey);
    expect((await cast.ann.get<Application>('/api/v1/apps/verify_credentials')).body.vapid_key).toBe(serverKey);
    const { subscription } = await subscribe(cast.ann);
    expect(subscription.server_key).toBe(serverKey);
    const { rows } = await roost.db.query<{ private_sealed: Buffer }>('select private_sealed from vapid_key');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.private_sealed).toHaveLength(12 + 16 + 43);
  });

  it('keeps one subscription for each token, changes and removes it', async () => {
    const { ann } = cast;
    const { client, subscription } = await subscribe(ann, { alerts: { mention: true, poll: 'on' }, policy: 'followed' });
    expect(Number.isInteger(subscription.id)).toBe(true);
    expect(subscription).toMatchObject({
      standard: true,
      policy: 'followed',
      alerts: { mention: true, poll: true, follow: false },
    });
    expect((await client.get(PATH)).body).toEqual(subscription);
    expect((await ann.get(PATH)).status).toBe(404);
    const changed = await client.put<WebPushSubscription>(PATH, { data: { alerts: { follow: '1', mention: 'false' } } });
    expect(changed.body).toEqual({
      ...subscription,
      alerts: { ...subscription.alerts, mention: false, poll: false, follow: true },
    });
    expect((await client.delete(PATH)).body).toEqual({});
    expect((await client.get(PATH)).status).toBe(404);
    expect((await client.put(PATH, { data: { alerts: { mention: true } } })).status).toBe(404);
    expect((await client.delete(PATH)).status).toBe(200);
  });

  it('reads subscriptions from JSON, forms, multipart forms and the query alike', async () => {
    const fields = {
      'subscription[endpoint]': `${service.url}/any`,
      'subscription[keys][p256dh]': Buffer.from(new Phone().keys.p256dh, 'base64url').toString('base64'),
      'subscription[keys][auth]': `${new Phone().keys.auth}==`,
      'data[alerts][mention]': 'true',
      'data[alerts][admin.sign_up]': '1',
      'data[policy]': 'follower',
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const wanted = { standard: false, policy: 'follower', alerts: { mention: true, 'admin.sign_up': true, favourite: false } };
    for (const options of [{ body: new URLSearchParams(fields) }, { body: form }, { query: fields }]) {
      const client = cast.ann.withToken(await roost.token(cast.ann.id, ['push']));
      const answer = await client.call<WebPushSubscription>('POST', PATH, options);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject(wanted);
    }
  });

  it('refuses what is no subscription, tokens without the scope, and browsers', async () => {
    const { ann } = cast;
    const good = { endpoint: `${service.url}/x`, keys: new Phone().keys };
    const bad = [
      undefined,
      {},
      { ...good, endpoint: 'nonsense' },
      { ...good, endpoint: '' },
      { ...good, endpoint: 'http://push.example/x' },
      { ...good, endpoint: 'https://10.0.0.1/x' },
      { ...good, endpoint: 'file:///etc/passwd' },
      { ...good, keys: { ...good.keys, p256dh: 'AAAA' } },
      { ...good, keys: { ...good.keys, p256dh: Buffer.alloc(65, 4).toString('base64url') } },
      { ...good, keys: { ...good.keys, auth: 'short' } },
    ];
    for (const subscription of bad) {
      const answer = await ann.post<{ error: string }>(PATH, { subscription });
      expect([subscription, answer.status]).toEqual([subscription, 422]);
      expect(answer.body.error).toMatch(/^Validation failed: /);
    }
    expect((await ann.post(PATH, { subscription: good, data: { policy: 'some' } })).status).toBe(422);
    const reader = ann.withToken(await roost.token(ann.id, ['read', 'write', 'follow']));
    expect((await reader.post(PATH, { subscription: good })).status).toBe(403);
    expect((await ann.web.post(PATH, { subscription: good })).status).toBe(403);
    expect((await roost.anonymous.post(PATH, { subscription: good })).status).toBe(401);
  });

  it.each([
    ['aes128gcm', true],
    ['aesgcm', false],
  ] as const)('sends a message in %s that only the phone reads, signed by this Roost', async (encoding, standard) => {
    const { ann, ben } = cast;
    const device = await subscribe(ann, undefined, standard);
    const post = await ben.publishes('@ann come and see 🎉');
    const [message] = await until(() => service.at(device.path).length > 0 && service.at(device.path));
    if (!message) throw new Error('no message');
    const said = device.phone.read(message);
    expect(said).toEqual({
      access_token: device.token,
      preferred_locale: 'en',
      notification_id: expect.any(Number),
      notification_type: 'mention',
      icon: expect.stringMatching(/^http:\/\/localhost/),
      title: 'Ben mentioned you',
      body: '@ann come and see 🎉',
    });
    const notification = await ann.get<{ status: { id: string } }>(`/api/v1/notifications/${String(said.notification_id)}`);
    expect(notification.body.status.id).toBe(post.id);
    expect(message.headers).toMatchObject({
      'content-encoding': encoding,
      urgency: 'normal',
      ttl: expect.stringMatching(/^1[67]\d{4}$/),
    });
    expect(senderOf(message, serverKey)).toMatchObject({ aud: service.url, sub: expect.stringMatching(/^(mailto|https):/) });
    expect(message.body.includes('come and see')).toBe(false);
    expect(() => new Phone().read(message)).toThrow();
    expect(roost.server.output()).not.toContain(device.token);
    const { rows } = await roost.db.query<{ row: string }>('select row_to_json(s)::text as row from push_subscription s');
    expect(rows.some(({ row }) => row.includes(device.token))).toBe(false);
  });

  it('speaks the language of the person and keeps a long text short', async () => {
    const { ada, ben } = cast;
    await roost.db.query(`update account set preferences = '{"language":"fr"}' where id = $1`, [ada.id]);
    const device = await subscribe(ada);
    await ben.publishes(`@ada ${'👩‍👩‍👧‍👦'.repeat(130)}`);
    const [said] = await until(() => messages(device).length > 0 && messages(device));
    expect(said).toMatchObject({ preferred_locale: 'fr', title: 'Ben vous a mentionné' });
    expect(Buffer.byteLength(JSON.stringify(said))).toBeLessThanOrEqual(3_000);
  });

  it('calls for what is switched on, by those whom the policy names, and not for what is muted', async () => {
    const { ann, ben, max } = cast;
    await ann.follows(max);
    const all = { mention: true };
    const devices = {
      favourites: await subscribe(ann, { alerts: { favourite: true } }),
      followed: await subscribe(ann, { alerts: all, policy: 'followed' }),
      follower: await subscribe(ann, { alerts: all, policy: 'follower' }),
      none: await subscribe(ann, { alerts: all, policy: 'none' }),
      all: await subscribe(ann, { alerts: all, policy: 'all' }),
    };
    await max.publishes('@ann from Max, whom she follows');
    await ben.publishes('@ann from Ben, who follows her');
    await ann.done('POST', `/api/v1/accounts/${cast.ada.id}/mute`);
    await cast.ada.publishes('@ann from Ada, whom she muted');
    await cast.cleo.publishes('@ann from Cleo, whom she blocked');
    await heard(ann, ben);
    const titles = (device: Device) => messages(device).map((said) => said.body);
    expect(titles(devices.favourites)).toEqual([]);
    expect(titles(devices.none)).toEqual([]);
    expect(titles(devices.followed)).toEqual(['@ann from Max, whom she follows']);
    expect(titles(devices.follower).sort()).toEqual(['@ann from Ben, who follows her', '@ann the end']);
    expect(titles(devices.all).sort()).toEqual([
      '@ann from Ben, who follows her',
      '@ann from Max, whom she follows',
      '@ann the end',
    ]);
    await ann.done('POST', `/api/v1/accounts/${cast.ada.id}/unmute`);
  });

  it('forgets a phone that is gone, tries again later when the service is busy, and gives up on a refusal', async () => {
    const { ann, ben, max } = cast;
    await roost.db.query('delete from push_subscription');
    for (const gone of [404, 410]) {
      const device = await subscribe(max);
      service.answers.push(gone);
      await ben.publishes(`@max ${gone}`);
      await until(async () => (await device.client.get(PATH)).status === 404);
      expect(service.at(device.path)).toHaveLength(1);
    }
    const busy = await subscribe(ann);
    service.answers.push(503, 429);
    await ben.publishes('@ann busy');
    await until(() => service.at(busy.path).length === 3, 60_000);
    expect((await busy.client.get(PATH)).status).toBe(200);
    const refused = await subscribe(max);
    service.answers.push(302);
    await ben.publishes('@max refused');
    await until(() => service.at(refused.path).length === 1);
    await heard(max, ben);
    expect(service.at('/elsewhere')).toEqual([]);
    expect((await refused.client.get(PATH)).status).toBe(200);
  }, 90_000);

  it('calls a phone no more once its token is revoked or its person suspended', async () => {
    const { ann, ben, ada } = cast;
    const dora = await roost.person({ handle: 'dora' });
    const [kept, ended, lost] = [await subscribe(ann), await subscribe(ann), await subscribe(dora)];
    const answer = await roost.anonymous.post('/oauth/revoke', {
      client_id: 'tests',
      client_secret: 'secret',
      token: ended.token,
    });
    expect(answer.status).toBe(200);
    expect((await ada.web.post(`/api/roost/v1/accounts/${dora.id}/suspend`, { reason: 'test' })).status).toBe(200);
    await ben.publishes('@ann @dora still there?');
    await until(() => service.at(kept.path).length > 0);
    await heard(ann, ben);
    expect([service.at(ended.path), service.at(lost.path)]).toEqual([[], []]);
    const { rows } = await roost.db.query('select from push_subscription where id = any($1)', [
      [ended.subscription.id, lost.subscription.id],
    ]);
    expect(rows).toEqual([]);
  });
});
