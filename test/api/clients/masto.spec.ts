import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Roost, startRoost, until } from '@roost/test-kit';
import { createHash, randomBytes } from 'node:crypto';
import { createOAuthAPIClient, createRestAPIClient, createStreamingAPIClient, type mastodon } from 'masto';
import { WebSocket } from 'ws';
import { PUSH } from '../../contract/wire/push-subscription.js';
import { letAppIn, OUT_OF_BAND, PASSWORD, picture } from './browser.js';

const SCOPES = 'read write follow push';

/** A working day of two colleagues, through the library that Elk and Phanpy are built on. */
describe('masto.js', () => {
  let roost: Roost;
  let app: { clientId: string; clientSecret: string };
  let ann: mastodon.rest.Client;
  let ben: mastodon.rest.Client;
  let benToken: string;
  beforeAll(async () => {
    roost = await startRoost();
  });
  afterAll(() => roost.stop());

  const rest = (accessToken?: string): mastodon.rest.Client =>
    createRestAPIClient({ url: roost.url, ...(accessToken === undefined ? {} : { accessToken }) });
  const oauth = (): mastodon.oauth.Client => createOAuthAPIClient({ url: roost.url });
  const register = async (username: string): Promise<string> => {
    const { accessToken } = await oauth().token.create({
      grantType: 'client_credentials',
      ...app,
      redirectUri: OUT_OF_BAND,
      scope: SCOPES,
    });
    const token = await rest(accessToken).v1.accounts.create({
      username,
      email: `${username}@company.example`,
      password: PASSWORD,
      agreement: true,
      locale: 'en',
    });
    return token.accessToken;
  };

  it('registers an app and, in test mode, two people', async () => {
    const made = await rest().v1.apps.create({ clientName: 'Day', redirectUris: OUT_OF_BAND, scopes: SCOPES });
    expect(made.clientId && made.clientSecret).toBeTruthy();
    app = { clientId: made.clientId ?? '', clientSecret: made.clientSecret ?? '' };
    ann = rest(await register('ann'));
    await register('ben');
    expect(await ann.v1.accounts.verifyCredentials()).toMatchObject({ username: 'ann', acct: 'ann' });
  });

  it('signs in out of band with PKCE', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const code = await letAppIn(roost, 'ben@company.example', {
      client_id: app.clientId,
      redirect_uri: OUT_OF_BAND,
      scope: SCOPES,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const exchange = { grantType: 'authorization_code', ...app, redirectUri: OUT_OF_BAND, scope: SCOPES, code } as const;
    await expect(oauth().token.create(exchange)).rejects.toThrow();
    const again = await letAppIn(roost, 'ben@company.example', {
      client_id: app.clientId,
      redirect_uri: OUT_OF_BAND,
      scope: SCOPES,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const token = await oauth().token.create({ ...exchange, code: again, codeVerifier: verifier } as typeof exchange);
    benToken = token.accessToken;
    ben = rest(benToken);
    expect((await ben.v1.accounts.verifyCredentials()).source.privacy).toBe('public');
  });

  it('reads what it needs before it shows anything', async () => {
    const instance = await ben.v2.instance.fetch();
    expect(instance.configuration.statuses.maxCharacters).toBe(140);
    expect(instance.configuration.polls.maxOptions).toBe(4);
    expect(await ben.v1.preferences.fetch()).toHaveProperty('posting:default:visibility', 'public');
    expect(await ben.v1.timelines.home.list()).toEqual([]);
    expect(await ben.v1.markers.fetch({ timeline: ['home', 'notifications'] })).toHaveProperty('notifications.lastReadId', '0');
  });

  it('follows, posts with a picture and a poll, votes, answers and boosts', async () => {
    const { id } = await ben.v1.accounts.lookup({ acct: 'ann' });
    expect((await ben.v1.accounts.$select(id).follow()).following).toBe(true);
    const media = await ann.v2.media.create({ file: new Blob([new Uint8Array(await picture())]), description: 'Blue' });
    expect(media.meta?.original).toMatchObject({ width: 64, height: 48 });
    const shown = await ann.v1.statuses.create({ status: 'The new dock #DockSwap @ben', mediaIds: [media.id], language: 'en' });
    expect(shown.mediaAttachments[0]).toMatchObject({ id: media.id, description: 'Blue', type: 'image' });
    const asked = await ann.v1.statuses.create({ status: 'Which one?', poll: { options: ['Four', 'Five'], expiresIn: 3600 } });
    const poll = await ben.v1.polls.$select(asked.poll?.id ?? '').votes.create({ choices: [1] });
    expect(poll).toMatchObject({ voted: true, ownVotes: [1], votesCount: 1 });
    const answer = await ben.v1.statuses.create({ status: '@ann five', inReplyToId: asked.id });
    await ann.v1.statuses.$select(answer.id).favourite();
    const boost = await ben.v1.statuses.$select(shown.id).reblog();
    expect(boost.reblog?.id).toBe(shown.id);
    const context = await ben.v1.statuses.$select(asked.id).context.fetch();
    expect(context.descendants.map((status) => status.id)).toEqual([answer.id]);
    const home = await ben.v1.timelines.home.list();
    expect(home.map((status) => status.id)).toEqual(expect.arrayContaining([shown.id, asked.id, answer.id]));
  });

  it('pages through a list to its end and no further', async () => {
    for (let number = 1; number <= 7; number++) await ann.v1.statuses.create({ status: `Number ${number}` });
    const me = await ann.v1.accounts.verifyCredentials();
    const seen: string[] = [];
    for await (const page of ben.v1.accounts.$select(me.id).statuses.list({ limit: 3 })) seen.push(...page.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(me.statusesCount);
  });

  it('finds posts, people and tags', async () => {
    const found = await ben.v2.search.list({ q: 'dock', type: 'statuses' });
    expect(found.statuses.length).toBeGreaterThan(0);
    expect((await ben.v2.search.list({ q: 'ann', type: 'accounts' })).accounts[0]?.acct).toBe('ann');
    expect((await ben.v2.search.list({ q: 'dock', type: 'hashtags' })).hashtags[0]?.name).toBe('dockswap');
  });

  it('keeps a list and reads it', async () => {
    const list = await ben.v1.lists.create({ title: 'Docks' });
    const { id } = await ben.v1.accounts.lookup({ acct: 'ann' });
    await ben.v1.lists.$select(list.id).accounts.create({ accountIds: [id] });
    expect((await ben.v1.timelines.list.$select(list.id).list()).length).toBeGreaterThan(0);
    expect((await ben.v1.accounts.$select(id).lists.list()).map(({ title }) => title)).toEqual(['Docks']);
    await ben.v1.lists.$select(list.id).remove();
  });

  it('filters words', async () => {
    const filter = await ben.v2.filters.create({
      title: 'Numbers',
      context: ['home'],
      filterAction: 'warn',
      keywordsAttributes: [{ keyword: 'Number', wholeWord: true }],
    });
    const home = await ben.v1.timelines.home.list();
    expect(home.find(({ content }) => content.includes('Number 7'))?.filtered?.[0]?.filter.title).toBe('Numbers');
    expect(home.find(({ content }) => content.includes('Which one'))?.filtered).toEqual([]);
    await ben.v2.filters.$select(filter.id).remove();
  });

  it('hears of everything while it happens', async () => {
    const { configuration } = await ben.v2.instance.fetch();
    const streaming = createStreamingAPIClient({
      streamingApiUrl: configuration.urls.streaming,
      accessToken: benToken,
      implementation: WebSocket,
    });
    const heard: { event: string; content: string }[] = [];
    const subscription = streaming.user.subscribe();
    const listening = (async () => {
      for await (const event of subscription) {
        const content = event.event === 'update' || event.event === 'status.update' ? event.payload.content : '';
        heard.push({ event: event.event, content });
      }
    })();
    // The library says nothing when its subscription stands: a first post is repeated until one is heard.
    await until(async () => {
      await ann.v1.statuses.create({ status: 'Testing, testing' });
      return heard.length > 0;
    });
    // One after the other: what is deleted before it is brought is not brought.
    const comes = (name: string, words: string): Promise<true> =>
      until(() => heard.some(({ event, content }) => event === name && content.includes(words)));
    const status = await ann.v1.statuses.create({ status: '@ben over here' });
    await comes('update', 'over here');
    await ann.v1.statuses.$select(status.id).update({ status: '@ben over there' });
    await comes('status.update', 'over there');
    await ann.v1.statuses.$select(status.id).remove();
    await comes('delete', '');
    const after = heard.filter(({ content }) => !content.includes('Testing'));
    expect(after.filter(({ event }) => event !== 'notification').map(({ event }) => event)).toEqual([
      'update',
      'status.update',
      'delete',
    ]);
    expect(after.some(({ event }) => event === 'notification')).toBe(true);
    subscription.unsubscribe();
    streaming.close();
    await listening;
  });

  it('is told by push, and says how', async () => {
    const { subscription } = PUSH;
    const made = await ben.v1.push.subscription.create({
      subscription: { endpoint: subscription.endpoint, keys: subscription.keys },
      data: { alerts: { mention: true } },
      policy: 'all',
    });
    expect(made).toMatchObject({ endpoint: subscription.endpoint, alerts: { mention: true } });
    expect(made.serverKey).toBe((await ben.v2.instance.fetch()).configuration.vapid.publicKey);
    await ben.v1.push.subscription.remove();
    await expect(ben.v1.push.subscription.fetch()).rejects.toMatchObject({ statusCode: 404 });
  });

  it('reads its notifications, one by one and in groups', async () => {
    const kinds = (await ben.v1.notifications.list()).map(({ type }) => type);
    expect(kinds).toEqual(expect.arrayContaining(['mention', 'favourite']));
    const grouped = await ben.v2.notifications.list();
    expect(grouped.notificationGroups.length).toBeGreaterThan(0);
    expect(grouped.accounts.map(({ acct }) => acct)).toContain('ann');
  });

  it('gives its token back, and is out', async () => {
    await oauth().revoke({ ...app, token: benToken });
    await expect(ben.v1.accounts.verifyCredentials()).rejects.toMatchObject({ statusCode: 401 });
  });
});
