import { Client } from '@roost/test-kit';
import type { Fields } from './encode.js';
import { PUSH } from './push-subscription.js';
import type { Stage } from './stage.js';

/** What one call needs to succeed. */
export interface Attempt {
  path?: Record<string, string>;
  /** Who calls, when it is not Ben. */
  as?: Client;
  fields?: Fields;
  /** Sent in multipart forms; a route that cannot do without is tried in that encoding only. */
  files?: Record<string, Blob>;
  onlyMultipart?: boolean;
}

type Prepare = (stage: Stage) => Attempt | Promise<Attempt>;

const text =
  (fields: Fields): Prepare =>
  () => ({ fields });

const FILTER = {
  title: 'Words',
  context: ['home', 'notifications'],
  filter_action: 'warn',
  expires_in: '3600',
  keywords_attributes: [
    { keyword: 'gossip', whole_word: 'true' },
    { keyword: 'rumour', whole_word: 'false' },
  ],
} satisfies Fields;

/** Inputs of routes that need more than their row of the matrix says. Made anew for each call, since most calls use something up. */
export const INPUTS: Record<string, Prepare> = {
  'GET /api/v1/accounts': ({ ann, ben }) => ({ fields: { id: [ann.id, ben.id] } }),
  'GET /api/v1/accounts/relationships': ({ ann, ben }) => ({ fields: { id: [ann.id, ben.id] } }),
  'GET /api/v1/accounts/familiar_followers': ({ ann }) => ({ fields: { id: [ann.id] } }),
  'GET /api/v1/accounts/:id/statuses': ({ ann }) => ({
    path: { id: ann.id },
    fields: { limit: 5, exclude_replies: 'false', exclude_reblogs: '0', only_media: 'f', pinned: false },
  }),
  'GET /api/v1/statuses': async ({ world }) => ({ fields: { id: [await world.thing('status', 'other', 'member')] } }),
  'GET /api/v1/markers': text({ timeline: ['home', 'notifications'] }),
  'POST /api/v1/markers': text({ home: { last_read_id: '123' }, notifications: { last_read_id: '123' } }),
  'GET /api/v2/search': text({ q: 'matrix', type: 'statuses', limit: 5, offset: 0 }),
  'GET /api/v1/timelines/tag/:hashtag': () => ({
    path: { hashtag: 'dockswap' },
    fields: { any: ['quay'], all: ['dockswap'], none: ['private'], only_media: 'false' },
  }),
  'GET /api/v1/notifications': text({ types: ['mention', 'favourite'], exclude_types: ['follow'], limit: 5 }),
  'GET /api/v2/notifications': text({ grouped_types: ['favourite', 'follow'], expand_accounts: 'full' }),

  'PATCH /api/v1/accounts/update_credentials': ({ picture }) => ({
    fields: {
      display_name: 'Ben of the docks',
      note: 'Lifts things',
      locked: 'false',
      bot: false,
      fields_attributes: [
        { name: 'Site', value: 'Antwerp' },
        { name: 'Desk', value: '4.12' },
      ],
      source: { privacy: 'public', sensitive: 'false', language: 'fr' },
    },
    files: { avatar: picture, header: picture },
  }),
  'POST /api/v1/accounts/:id/follow': async ({ world }) => ({
    path: { id: await world.thing('followable', 'other', 'member') },
    fields: { reblogs: 'false', notify: 'true', languages: ['en', 'fr'] },
  }),
  'POST /api/v1/accounts/:id/mute': async ({ world }) => ({
    path: { id: await world.thing('other-account', 'other', 'member') },
    fields: { notifications: 'false', duration: '3600' },
  }),

  'POST /api/v1/statuses': async (stage) => ({
    fields: {
      status: 'Crane 4 is back, see #DockSwap and https://company.example/crane @ann',
      in_reply_to_id: await stage.world.thing('status', 'other', 'member'),
      media_ids: [await stage.media()],
      sensitive: 'true',
      spoiler_text: 'Cranes',
      visibility: 'unlisted',
      language: 'en',
    },
  }),
  'PUT /api/v1/statuses/:id': async ({ world }) => ({
    path: { id: await world.thing('own-status', 'own', 'member') },
    fields: { status: 'Crane 4 is back for good', spoiler_text: '', sensitive: 'false', language: 'en' },
  }),
  'POST /api/v1/statuses/:id/reblog': async ({ world }) => ({
    path: { id: await world.thing('boostable', 'other', 'member') },
    fields: { visibility: 'unlisted' },
  }),
  // Not the walker's own pins, of which there may be five only.
  'POST /api/v1/statuses/:id/pin': async ({ ben, pinned }) => {
    if (pinned.id !== null) await ben.done('POST', `/api/v1/statuses/${pinned.id}/unpin`);
    pinned.id = (await ben.publishes('To be pinned')).id;
    return { path: { id: pinned.id } };
  },
  'GET /api/v2/notifications/:key': async (stage) => ({ path: { key: await stage.groupKey() } }),
  'GET /api/v2/notifications/:key/accounts': async (stage) => ({ path: { key: await stage.groupKey() } }),
  'POST /api/v2/notifications/:key/dismiss': async (stage) => ({ path: { key: await stage.groupKey() } }),
  'POST /api/v1/notifications/dismiss': async ({ world }) => ({
    fields: { id: await world.thing('notification', 'own', 'member') },
  }),
  'POST /api/v1/media': ({ picture }) => ({
    files: { file: picture },
    fields: { description: 'Grey', focus: '0.1,-0.5' },
    onlyMultipart: true,
  }),
  'POST /api/v2/media': ({ picture }) => ({
    files: { file: picture },
    fields: { description: 'Grey', focus: '0.1,-0.5' },
    onlyMultipart: true,
  }),
  'PUT /api/v1/media/:id': async (stage) => ({
    path: { id: await stage.media() },
    fields: { description: 'Something grey', focus: '0,1' },
  }),

  'POST /api/v1/apps': text({
    client_name: 'Walker',
    redirect_uris: ['urn:ietf:wg:oauth:2.0:oob', 'com.tapbots.Ivory.123:/request_token/1'],
    scopes: 'read write follow push',
    website: 'https://company.example',
  }),
  'POST /oauth/token': ({ app }) => ({
    fields: { grant_type: 'client_credentials', client_id: app.client_id, client_secret: app.client_secret, scope: 'read' },
  }),
  'POST /oauth/revoke': async (stage) => ({
    fields: { token: await stage.appToken(), client_id: stage.app.client_id, client_secret: stage.app.client_secret },
  }),

  'POST /api/v1/accounts': async (stage) => {
    const name = `walker_${stage.next()}`;
    return {
      as: new Client(stage.ben.url, { authorization: `Bearer ${await stage.appToken('read write:accounts')}` }),
      fields: {
        username: name,
        email: `${name}@company.example`,
        password: 'correct horse battery',
        agreement: 'true',
        locale: 'fr',
      },
    };
  },

  'POST /api/v1/lists': text({ title: 'Docks', replies_policy: 'followed', exclusive: 'true' }),
  'GET /api/v1/lists/:id': async (stage) => ({ path: { id: await stage.list() } }),
  'PUT /api/v1/lists/:id': async (stage) => ({
    path: { id: await stage.list() },
    fields: { title: 'Quays', replies_policy: 'none', exclusive: '0' },
  }),
  'DELETE /api/v1/lists/:id': async (stage) => ({ path: { id: await stage.list() } }),
  'GET /api/v1/lists/:id/accounts': async (stage) => ({ path: { id: await stage.list(stage.ann.id) }, fields: { limit: 0 } }),
  'POST /api/v1/lists/:id/accounts': async (stage) => ({
    path: { id: await stage.list() },
    fields: { account_ids: [stage.ann.id] },
  }),
  'DELETE /api/v1/lists/:id/accounts': async (stage) => ({
    path: { id: await stage.list(stage.ann.id) },
    fields: { account_ids: [stage.ann.id] },
  }),
  'GET /api/v1/timelines/list/:id': async (stage) => ({ path: { id: await stage.list(stage.ann.id) } }),
  'GET /api/v1/timelines/list/:list_id': async (stage) => ({ path: { list_id: await stage.list(stage.ann.id) } }),

  'POST /api/v2/filters': text(FILTER),
  'GET /api/v2/filters/:id': async (stage) => ({ path: { id: (await stage.filter()).id } }),
  'PUT /api/v2/filters/:id': async (stage) => {
    const filter = await stage.filter();
    return {
      path: { id: filter.id },
      fields: {
        title: 'Other words',
        context: ['public', 'thread'],
        keywords_attributes: [
          { id: filter.keyword, _destroy: 'true' },
          { keyword: 'crane', whole_word: '1' },
        ],
      },
    };
  },
  'DELETE /api/v2/filters/:id': async (stage) => ({ path: { id: (await stage.filter()).id } }),
  'GET /api/v2/filters/:id/keywords': async (stage) => ({ path: { id: (await stage.filter()).id } }),
  'POST /api/v2/filters/:id/keywords': async (stage) => ({
    path: { id: (await stage.filter()).id },
    fields: { keyword: 'lock', whole_word: 'true' },
  }),
  'GET /api/v2/filters/:id/statuses': async (stage) => ({ path: { id: (await stage.filter()).id } }),
  'POST /api/v2/filters/:id/statuses': async (stage) => ({
    path: { id: (await stage.filter()).id },
    fields: { status_id: await stage.world.thing('status', 'other', 'member') },
  }),
  'GET /api/v2/filters/keywords/:id': async (stage) => ({ path: { id: (await stage.filter()).keyword } }),
  'PUT /api/v2/filters/keywords/:id': async (stage) => ({
    path: { id: (await stage.filter()).keyword },
    fields: { keyword: 'anchor', whole_word: 'false' },
  }),
  'DELETE /api/v2/filters/keywords/:id': async (stage) => ({ path: { id: (await stage.filter()).keyword } }),
  'GET /api/v2/filters/statuses/:id': async (stage) => ({ path: { id: await stage.filterStatus() } }),
  'DELETE /api/v2/filters/statuses/:id': async (stage) => ({ path: { id: await stage.filterStatus() } }),
  'POST /api/v1/filters': text({
    phrase: 'gossip',
    context: ['home'],
    whole_word: 'true',
    irreversible: 'false',
    expires_in: '3600',
  }),
  'GET /api/v1/filters/:id': async (stage) => ({ path: { id: (await stage.filter()).keyword } }),
  'PUT /api/v1/filters/:id': async (stage) => ({
    path: { id: (await stage.filter()).keyword },
    fields: { phrase: 'rumour', context: ['home', 'public'] },
  }),
  'DELETE /api/v1/filters/:id': async (stage) => ({ path: { id: (await stage.filter()).keyword } }),

  'GET /api/v1/polls/:id': async (stage) => ({ path: { id: await stage.poll() } }),
  'POST /api/v1/polls/:id/votes': async (stage) => ({ path: { id: await stage.poll() }, fields: { choices: ['0'] } }),
  'GET /api/v1/scheduled_statuses/:id': async (stage) => ({ path: { id: await stage.scheduled() } }),
  'PUT /api/v1/scheduled_statuses/:id': async (stage) => ({
    path: { id: await stage.scheduled() },
    fields: { scheduled_at: new Date(Date.now() + 7_200_000).toISOString() },
  }),
  'DELETE /api/v1/scheduled_statuses/:id': async (stage) => ({ path: { id: await stage.scheduled() } }),

  'POST /api/v1/push/subscription': text(PUSH),
  'GET /api/v1/push/subscription': async (stage) => (await stage.pushing(), {}),
  'PUT /api/v1/push/subscription': async (stage) => (await stage.pushing(), { fields: { data: PUSH.data } }),
  'DELETE /api/v1/push/subscription': async (stage) => (await stage.pushing(), {}),

  'POST /api/v1/accounts/:id/pin': ({ ann }) => ({ path: { id: ann.id } }),
  'POST /api/v1/accounts/:id/endorse': ({ ann }) => ({ path: { id: ann.id } }),
  'POST /api/v1/featured_tags': (stage) => ({ fields: { name: `quay${stage.next()}` } }),

  'POST /api/v1/conversations/:id/read': async (stage) => ({ path: { id: await stage.conversation() } }),
  'POST /api/v1/conversations/:id/unread': async (stage) => ({ path: { id: await stage.conversation() } }),
  'DELETE /api/v1/conversations/:id': async (stage) => ({ path: { id: await stage.conversation() } }),

  'POST /api/v1/reports': async (stage) => ({
    fields: {
      account_id: stage.ann.id,
      status_ids: [(await stage.ann.publishes('Something to report')).id],
      comment: 'Unkind',
      category: 'other',
      forward: 'false',
    },
  }),
  'PATCH /api/v2/notifications/policy': text({ for_not_following: 'accept', for_new_accounts: 'accept' }),
  'PUT /api/v2/notifications/policy': text({ for_private_mentions: 'accept' }),
};
