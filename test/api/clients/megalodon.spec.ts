import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Roost, startRoost, until } from '@roost/test-kit';
import { detector, type Entity, Mastodon } from 'megalodon';
import { Readable } from 'node:stream';
import { PUSH } from '../../contract/wire/push-subscription.js';
import { letAppIn, OUT_OF_BAND, PASSWORD, picture } from './browser.js';

const SCOPES = ['read', 'write', 'follow', 'push'];
const CALLBACK = 'com.example.day:/signed-in';

/** The same day through the library that speaks with every kind of such server, and knows Mastodon by its nodeinfo. */
describe('megalodon', () => {
  let roost: Roost;
  let app: { client_id: string; client_secret: string };
  let ann: Mastodon;
  let ben: Mastodon;
  let benToken: string;
  beforeAll(async () => {
    roost = await startRoost();
  });
  afterAll(() => roost.stop());

  it('knows what it speaks with', async () => {
    expect(await detector(roost.url)).toBe('mastodon');
  });

  it('registers an app and, in test mode, two people', async () => {
    const nobody = new Mastodon(roost.url);
    app = await nobody.registerApp('Day', { scopes: SCOPES, redirect_uris: `${CALLBACK}\n${OUT_OF_BAND}` });
    const answer = await roost.anonymous.post<{ access_token: string }>('/oauth/token', {
      grant_type: 'client_credentials',
      client_id: app.client_id,
      client_secret: app.client_secret,
      scope: 'read write',
    });
    const forApp = new Mastodon(roost.url, answer.body.access_token);
    expect((await forApp.verifyAppCredentials()).data.name).toBe('Day');
    const token = await forApp.registerAccount('ann', 'ann@company.example', PASSWORD, true, 'en');
    ann = new Mastodon(roost.url, token.data.access_token);
    await forApp.registerAccount('ben', 'ben@company.example', PASSWORD, true, 'fr');
  });

  it('signs in by a redirect to an app’s own scheme', async () => {
    const address = new URL(
      await new Mastodon(roost.url).generateAuthUrl(app.client_id, app.client_secret, { scope: SCOPES, redirect_uri: CALLBACK }),
    );
    expect(address.pathname).toBe('/oauth/authorize');
    const code = await letAppIn(roost, 'ben@company.example', {
      client_id: app.client_id,
      redirect_uri: CALLBACK,
      scope: SCOPES.join(' '),
    });
    const token = await new Mastodon(roost.url).fetchAccessToken(app.client_id, app.client_secret, code, CALLBACK);
    benToken = token.access_token;
    ben = new Mastodon(roost.url, benToken);
    expect((await ben.verifyAccountCredentials()).data).toMatchObject({ username: 'ben', acct: 'ben' });
  });

  it('reads the house', async () => {
    const { data } = await ben.getInstance();
    expect(data.configuration.statuses.max_characters).toBe(140);
    expect(data.urls?.streaming_api).toMatch(/^ws:/);
    expect((await ben.getInstanceCustomEmojis()).data).toEqual([]);
    expect((await ben.getLists()).data).toEqual([]);
    expect((await ben.getMutes()).data).toEqual([]);
  });

  it('posts with a picture and a poll, votes, answers, boosts and edits', async () => {
    const annId = (await ann.verifyAccountCredentials()).data.id;
    expect((await ben.followAccount(annId)).data.following).toBe(true);
    const file = Object.assign(Readable.from(await picture()), { path: 'blue.png' });
    const media = await ann.uploadMedia(file, { description: 'Blue' });
    const shown = (await ann.postStatus('The new dock #DockSwap @ben', { media_ids: [media.data.id] })).data as Entity.Status;
    expect(shown.media_attachments[0]?.description).toBe('Blue');
    const asked = (await ann.postStatus('Which one?', { poll: { options: ['Four', 'Five'], expires_in: 3600, multiple: true } }))
      .data as Entity.Status;
    const poll = await ben.votePoll(asked.poll?.id ?? '', [0, 1]);
    expect(poll.data).toMatchObject({ voted: true, votes_count: 2 });
    const answer = (await ben.postStatus('@ann both', { in_reply_to_id: asked.id })).data as Entity.Status;
    expect((await ann.favouriteStatus(answer.id)).data.favourited).toBe(true);
    expect((await ben.reblogStatus(shown.id)).data.reblog?.id).toBe(shown.id);
    expect((await ann.editStatus(shown.id, { status: 'The newest dock #DockSwap @ben' })).data.edited_at).not.toBeNull();
    const home = (await ben.getHomeTimeline()).data;
    expect(home.map(({ id }) => id)).toEqual(expect.arrayContaining([shown.id, asked.id, answer.id]));
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const scheduled = (await ann.postStatus('Later', { scheduled_at: later })).data;
    expect((await ann.getScheduledStatuses()).data.map(({ id }) => id)).toEqual([scheduled.id]);
    await ann.cancelScheduledStatus(scheduled.id);
  });

  it('searches, keeps lists and filters, and marks what it read', async () => {
    expect((await ben.search('dock', { type: 'statuses' })).data.statuses.length).toBeGreaterThan(0);
    const list = (await ben.createList('Docks')).data;
    await ben.addAccountsToList(list.id, [(await ann.verifyAccountCredentials()).data.id]);
    expect((await ben.getListTimeline(list.id)).data.length).toBeGreaterThan(0);
    expect((await ben.getAccountsInList(list.id)).data.map(({ acct }) => acct)).toEqual(['ann']);
    const filter = (await ben.createFilter('gossip', ['home'])).data;
    expect((await ben.getFilters()).data.map(({ phrase }) => phrase)).toEqual(['gossip']);
    await ben.deleteFilter(filter.id);
    expect((await ben.saveMarkers({ notifications: { last_read_id: '5' } })).data).toHaveProperty(
      'notifications.last_read_id',
      '5',
    );
  });

  it('hears of everything while it happens', async () => {
    const heard: string[] = [];
    const stream = await ben.userStreaming();
    let connected = false;
    stream.on('connect', () => (connected = true));
    stream.on('update', (status: Entity.Status) => heard.push(`update ${status.plain_content ?? status.content}`));
    stream.on('status_update', () => heard.push('edit'));
    stream.on('notification', (notification: Entity.Notification) => heard.push(`notification ${notification.type}`));
    stream.on('delete', (id: string) => heard.push(`delete ${id}`));
    await until(() => connected);
    await until(async () => {
      await ann.postStatus('Testing, testing', {});
      return heard.length > 0;
    });
    const status = (await ann.postStatus('@ben over here', {})).data as Entity.Status;
    // One after the other: what is deleted before it is brought is not brought.
    await until(() => heard.some((event) => event.startsWith('update') && event.includes('over here')));
    await ann.editStatus(status.id, { status: '@ben over there' });
    await until(() => heard.includes('edit'));
    await ann.deleteStatus(status.id);
    await until(() => heard.includes(`delete ${status.id}`));
    expect(heard).toContain('edit');
    expect(heard).toContain('notification mention');
    stream.stop();
  });

  it('is told by push, and gives its token back', async () => {
    const { subscription } = PUSH;
    await ben.subscribePushNotification(subscription, { alerts: { mention: true } });
    expect((await ben.getPushSubscription()).data.endpoint).toBe(subscription.endpoint);
    await ben.deletePushSubscription();
    await ben.revokeToken(app.client_id, app.client_secret, benToken);
    await expect(ben.verifyAccountCredentials()).rejects.toThrow('401');
  });
});
