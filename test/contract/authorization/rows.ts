import type { Scope } from '@roost/contracts';

/** What an id in a path names; every such route is tried on one's own thing, another's, a private one and one that is gone. */
export type ObjectKind =
  | 'status'
  | 'own-status'
  | 'boostable'
  | 'account'
  /** An account that is not one's own. */
  | 'other-account'
  | 'followable'
  | 'pinnable'
  /** Seen by whoever sees its post. */
  | 'poll'
  | 'scheduled'
  | 'media'
  | 'notification'
  | 'conversation'
  | 'announcement'
  | 'featured'
  | 'asking'
  | 'list'
  | 'filter'
  | 'filter-keyword'
  | 'filter-status'
  | 'session'
  | 'report'
  | 'connected-app'
  | 'request'
  | 'invitation'
  | 'approval'
  | 'person';

export interface Row {
  /** Who may call: anybody, a person or app with a scope, an app for nobody, only our web client, only an administrator in it. */
  access: 'public' | 'any' | 'any app' | 'app itself' | 'web' | 'administrator' | Scope;
  /** The role that it takes besides. */
  role?: 'moderator' | 'administrator';
  /** Another scope that opens it as well. */
  also?: Scope;
  on?: ObjectKind;
  /** A service that is never there: whoever may ask hears 503. */
  off?: true;
  body?: Record<string, unknown>;
  query?: Record<string, string | readonly string[]>;
  /** Values of path parameters that name no object. */
  path?: Record<string, string>;
  /** Never ends: a HEAD asks the same guards. */
  stream?: true;
}

const person = (access: Row['access'], rest: Omit<Row, 'access'> = {}): Row => ({ access, ...rest });

const moderator = (access: Scope, rest: Omit<Row, 'access' | 'role'> = {}): Row => ({ access, role: 'moderator', ...rest });

/** Every route of the server. A route that is missing here fails the suite. */
export const ROWS: Record<string, Row> = {
  'GET /.well-known/nodeinfo': person('public'),
  'GET /.well-known/host-meta': person('public'),
  'GET /.well-known/webfinger': person('public', { query: { resource: 'acct:ann@localhost' } }),
  'GET /.well-known/oauth-authorization-server': person('public'),
  'GET /api/docs': person('any app'),
  'GET /livez': person('public'),
  'GET /readyz': person('public'),
  'GET /health': person('public'),
  'GET /metrics': person('public'),
  'GET /nodeinfo/2.0': person('public'),
  'GET /media/:kind/:file': person('public', { path: { kind: 'posts', file: 'nothing' } }),

  'GET /api/roost/v1/state': person('public'),
  'POST /api/roost/v1/setup': person('public'),
  'POST /api/roost/v1/sign-up': person('public'),
  'POST /api/roost/v1/confirmations': person('public'),
  'POST /api/roost/v1/confirmations/redeem': person('public'),
  'POST /api/roost/v1/password-resets': person('public'),
  'POST /api/roost/v1/password-resets/redeem': person('public'),
  'POST /api/roost/v1/sessions': person('public'),
  'GET /api/roost/v1/sessions': person('web'),
  'DELETE /api/roost/v1/sessions': person('web'),
  'DELETE /api/roost/v1/sessions/current': person('web'),
  'DELETE /api/roost/v1/sessions/:id': person('web', { on: 'session' }),
  'PATCH /api/roost/v1/account': person('web'),
  'GET /api/roost/v1/preferences': person('web'),
  'PATCH /api/roost/v1/preferences': person('web'),
  'GET /api/roost/v1/apps': person('web'),
  'DELETE /api/roost/v1/apps/:id': person('web', { on: 'connected-app' }),
  'GET /api/roost/v1/authorizations/preview': person('public'),
  'POST /api/roost/v1/authorizations': person('web'),
  'GET /api/roost/v1/tags/suggestions': person('web', { query: { q: 'dock' } }),
  'GET /api/roost/v1/settings': person('administrator'),
  'PATCH /api/roost/v1/settings': person('administrator'),
  'GET /api/roost/v1/invitations': person('administrator'),
  'POST /api/roost/v1/invitations': person('administrator'),
  'DELETE /api/roost/v1/invitations/:id': person('administrator', { on: 'invitation' }),
  'GET /api/roost/v1/approvals': person('administrator'),
  'POST /api/roost/v1/approvals/:id/accept': person('administrator', { on: 'approval' }),
  'POST /api/roost/v1/approvals/:id/refuse': person('administrator', { on: 'approval' }),
  'PUT /api/roost/v1/accounts/:id/role': person('administrator', { on: 'person', body: { role: 'member' } }),
  'POST /api/roost/v1/accounts/:id/suspend': person('administrator', { on: 'person', body: { reason: 'test' } }),
  'POST /api/roost/v1/accounts/:id/unsuspend': person('administrator', { on: 'person' }),

  'POST /api/v1/apps': person('public'),
  'GET /api/v1/apps/verify_credentials': person('any app'),
  'POST /oauth/token': person('public'),
  'POST /oauth/revoke': person('public'),
  'GET /oauth/userinfo': person('profile'),

  'GET /api/v1/accounts/verify_credentials': person('read:accounts', { also: 'profile' }),
  'GET /api/v1/profile': person('read:accounts', { also: 'profile' }),
  'PATCH /api/v1/profile': person('write:accounts'),
  'POST /api/v1/accounts': person('app itself'),
  'PATCH /api/v1/accounts/update_credentials': person('write:accounts'),
  'DELETE /api/v1/profile/avatar': person('write:accounts'),
  'DELETE /api/v1/profile/header': person('write:accounts'),
  'GET /api/v1/preferences': person('read:accounts'),
  'GET /api/v1/accounts': person('read:accounts'),
  'GET /api/v1/accounts/lookup': person('read:accounts', { query: { acct: 'ann' } }),
  'GET /api/v1/accounts/search': person('read:accounts', { query: { q: 'ann' } }),
  'GET /api/v1/directory': person('read:accounts'),
  'GET /api/v1/accounts/relationships': person('read:follows'),
  'GET /api/v1/accounts/familiar_followers': person('read:follows'),
  'GET /api/v1/accounts/:id': person('read:accounts', { on: 'account' }),
  'GET /api/v1/accounts/:id/statuses': person('read:statuses', { on: 'account' }),
  'GET /api/v1/accounts/:id/followers': person('read:accounts', { on: 'account' }),
  'GET /api/v1/accounts/:id/following': person('read:accounts', { on: 'account' }),
  'POST /api/v1/accounts/:id/follow': person('write:follows', { on: 'followable' }),
  'POST /api/v1/accounts/:id/unfollow': person('write:follows', { on: 'account' }),
  'POST /api/v1/accounts/:id/remove_from_followers': person('write:follows', { on: 'account' }),
  'POST /api/v1/accounts/:id/block': person('write:blocks', { on: 'other-account' }),
  'POST /api/v1/accounts/:id/unblock': person('write:blocks', { on: 'account' }),
  'POST /api/v1/accounts/:id/mute': person('write:mutes', { on: 'other-account' }),
  'POST /api/v1/accounts/:id/unmute': person('write:mutes', { on: 'account' }),
  'GET /api/v1/accounts/:id/featured_tags': person('read:accounts', { on: 'account' }),
  'GET /api/v1/accounts/:id/endorsements': person('read:accounts', { on: 'account' }),
  'GET /api/v1/accounts/:id/identity_proofs': person('read:accounts', { on: 'account' }),
  'POST /api/v1/accounts/:id/endorse': person('write:accounts', { on: 'account' }),
  'POST /api/v1/accounts/:id/unendorse': person('write:accounts', { on: 'account' }),
  'POST /api/v1/accounts/:id/pin': person('write:accounts', { on: 'account' }),
  'POST /api/v1/accounts/:id/unpin': person('write:accounts', { on: 'account' }),
  'POST /api/v1/accounts/:id/note': person('write:accounts', { on: 'account', body: { comment: 'tall' } }),
  'GET /api/v1/blocks': person('read:blocks'),
  'GET /api/v1/mutes': person('read:mutes'),
  'GET /api/v1/follow_requests': person('read:follows'),
  'POST /api/v1/follow_requests/:id/authorize': person('write:follows', { on: 'request' }),
  'POST /api/v1/follow_requests/:id/reject': person('write:follows', { on: 'request' }),

  'GET /api/v1/admin/accounts': moderator('admin:read:accounts'),
  'GET /api/v2/admin/accounts': moderator('admin:read:accounts'),
  'GET /api/v1/admin/accounts/:id': moderator('admin:read:accounts', { on: 'person' }),
  'DELETE /api/v1/admin/accounts/:id': { ...moderator('admin:write:accounts', { on: 'person' }), role: 'administrator' },
  'POST /api/v1/admin/accounts/:id/action': moderator('admin:write:accounts', { on: 'person', body: { type: 'none' } }),
  'POST /api/v1/admin/accounts/:id/enable': moderator('admin:write:accounts', { on: 'person' }),
  'POST /api/v1/admin/accounts/:id/unsilence': moderator('admin:write:accounts', { on: 'person' }),
  'POST /api/v1/admin/accounts/:id/unsensitive': moderator('admin:write:accounts', { on: 'person' }),
  'POST /api/v1/admin/accounts/:id/unsuspend': moderator('admin:write:accounts', { on: 'person' }),
  'POST /api/v1/admin/accounts/:id/approve': { ...moderator('admin:write:accounts', { on: 'approval' }), role: 'administrator' },
  'POST /api/v1/admin/accounts/:id/reject': { ...moderator('admin:write:accounts', { on: 'approval' }), role: 'administrator' },
  'GET /api/v1/admin/reports': moderator('admin:read:reports'),
  'GET /api/v1/admin/reports/:id': moderator('admin:read:reports', { on: 'report' }),
  'PUT /api/v1/admin/reports/:id': moderator('admin:write:reports', { on: 'report', body: { category: 'spam' } }),
  'POST /api/v1/admin/reports/:id/assign_to_self': moderator('admin:write:reports', { on: 'report' }),
  'POST /api/v1/admin/reports/:id/unassign': moderator('admin:write:reports', { on: 'report' }),
  'POST /api/v1/admin/reports/:id/resolve': moderator('admin:write:reports', { on: 'report' }),
  'POST /api/v1/admin/reports/:id/reopen': moderator('admin:write:reports', { on: 'report' }),
  'POST /api/v1/reports': person('write:reports', { body: { account_id: '1' } }),

  'POST /api/v1/statuses': person('write:statuses', { body: { status: 'From the matrix' } }),
  'GET /api/v1/statuses': person('read:statuses'),
  'GET /api/v1/statuses/:id': person('read:statuses', { on: 'status' }),
  'GET /api/v1/statuses/:id/context': person('read:statuses', { on: 'status' }),
  'GET /api/v1/statuses/:id/history': person('read:statuses', { on: 'status' }),
  'GET /api/v1/statuses/:id/source': person('read:statuses', { on: 'status' }),
  'GET /api/v1/statuses/:id/card': person('read:statuses', { on: 'status' }),
  'POST /api/v1/statuses/:id/translate': person('read:statuses', { on: 'status', off: true }),
  'GET /api/v1/statuses/:id/favourited_by': person('read:statuses', { on: 'status' }),
  'GET /api/v1/statuses/:id/reblogged_by': person('read:statuses', { on: 'status' }),
  'PUT /api/v1/statuses/:id': person('write:statuses', { on: 'own-status', body: { status: 'Edited by the matrix' } }),
  'DELETE /api/v1/statuses/:id': person('write:statuses', { on: 'own-status' }),
  'POST /api/v1/statuses/:id/favourite': person('write:favourites', { on: 'status' }),
  'POST /api/v1/statuses/:id/unfavourite': person('write:favourites', { on: 'status' }),
  'POST /api/v1/statuses/:id/bookmark': person('write:bookmarks', { on: 'status' }),
  'POST /api/v1/statuses/:id/unbookmark': person('write:bookmarks', { on: 'status' }),
  'POST /api/v1/statuses/:id/reblog': person('write:statuses', { on: 'boostable' }),
  'POST /api/v1/statuses/:id/unreblog': person('write:statuses', { on: 'status' }),
  'POST /api/v1/statuses/:id/mute': person('write:mutes', { on: 'status' }),
  'POST /api/v1/statuses/:id/unmute': person('write:mutes', { on: 'status' }),
  'POST /api/v1/statuses/:id/pin': person('write:accounts', { on: 'pinnable' }),
  'POST /api/v1/statuses/:id/unpin': person('write:accounts', { on: 'pinnable' }),

  'POST /api/v1/media': person('write:media'),
  'POST /api/v2/media': person('write:media'),
  'GET /api/v1/media/:id': person('write:media', { on: 'media' }),
  'PUT /api/v1/media/:id': person('write:media', { on: 'media', body: { description: 'A picture' } }),
  'DELETE /api/v1/media/:id': person('write:media', { on: 'media' }),

  'GET /api/v1/tags/:name': person('any', { path: { name: 'dockswap' } }),
  'POST /api/v1/tags/:name/follow': person('write:follows', { path: { name: 'dockswap' } }),
  'POST /api/v1/tags/:name/unfollow': person('write:follows', { path: { name: 'dockswap' } }),
  'POST /api/v1/tags/:name/feature': person('write:accounts', { path: { name: 'dockswap' } }),
  'POST /api/v1/tags/:name/unfeature': person('write:accounts', { path: { name: 'dockswap' } }),
  'GET /api/v1/followed_tags': person('read:follows'),

  'GET /api/v1/polls/:id': person('read:statuses', { on: 'poll' }),
  'POST /api/v1/polls/:id/votes': person('write:statuses', { on: 'poll', body: { choices: [0] } }),

  'GET /api/v1/timelines/home': person('read:statuses'),
  'GET /api/v1/timelines/public': person('read:statuses'),
  'GET /api/v1/timelines/direct': person('read:statuses'),
  'GET /api/v1/timelines/link': person('read:statuses'),
  'GET /api/v1/timelines/tag/:hashtag': person('read:statuses', { path: { hashtag: 'dockswap' } }),
  'GET /api/v1/favourites': person('read:favourites'),
  'GET /api/v1/bookmarks': person('read:bookmarks'),
  'GET /api/v1/search': person('read:search', { query: { q: 'post' } }),
  'GET /api/v2/search': person('read:search', { query: { q: 'post' } }),
  'GET /api/roost/v1/search/facets': person('read:search', { query: { q: 'post' } }),
  'GET /api/v1/notifications': person('read:notifications'),
  'GET /api/v1/notifications/unread_count': person('read:notifications'),
  'GET /api/v1/notifications/:id': person('read:notifications', { on: 'notification' }),
  'POST /api/v1/notifications/:id/dismiss': person('write:notifications', { on: 'notification' }),
  'POST /api/v1/notifications/dismiss': person('write:notifications', { body: { id: '1' } }),
  'POST /api/v1/notifications/clear': person('write:notifications'),
  'GET /api/v1/notifications/requests': person('read:notifications'),
  'GET /api/v1/notifications/requests/merged': person('read:notifications'),
  'GET /api/v1/notifications/requests/:id': person('read:notifications', { on: 'asking' }),
  'POST /api/v1/notifications/requests/:id/accept': person('write:notifications', { on: 'asking' }),
  'POST /api/v1/notifications/requests/:id/dismiss': person('write:notifications', { on: 'asking' }),
  'POST /api/v1/notifications/requests/accept': person('write:notifications'),
  'POST /api/v1/notifications/requests/dismiss': person('write:notifications'),
  'GET /api/v1/notifications/policy': person('read:notifications'),
  'PATCH /api/v1/notifications/policy': person('write:notifications'),
  'PUT /api/v1/notifications/policy': person('write:notifications'),
  'GET /api/v2/notifications': person('read:notifications'),
  'GET /api/v2/notifications/unread_count': person('read:notifications'),
  'GET /api/v2/notifications/policy': person('read:notifications'),
  'PATCH /api/v2/notifications/policy': person('write:notifications'),
  'PUT /api/v2/notifications/policy': person('write:notifications'),
  'GET /api/v2/notifications/:key': person('read:notifications', { path: { key: 'ungrouped-1' } }),
  'GET /api/v2/notifications/:key/accounts': person('read:notifications', { path: { key: 'ungrouped-1' } }),
  'POST /api/v2/notifications/:key/dismiss': person('write:notifications', { path: { key: 'ungrouped-1' } }),
  'GET /api/v1/lists': person('read:lists'),
  'POST /api/v1/lists': person('write:lists', { body: { title: 'From the matrix' } }),
  'GET /api/v1/lists/:id': person('read:lists', { on: 'list' }),
  'PUT /api/v1/lists/:id': person('write:lists', { on: 'list', body: { title: 'Changed by the matrix' } }),
  'DELETE /api/v1/lists/:id': person('write:lists', { on: 'list' }),
  'GET /api/v1/lists/:id/accounts': person('read:lists', { on: 'list' }),
  'POST /api/v1/lists/:id/accounts': person('write:lists', { on: 'list', body: { account_ids: [] } }),
  'DELETE /api/v1/lists/:id/accounts': person('write:lists', { on: 'list', body: { account_ids: [] } }),
  'GET /api/v1/accounts/:id/lists': person('read:lists', { on: 'account' }),
  'GET /api/v1/timelines/list/:id': person('read:lists', { on: 'list' }),
  'GET /api/v1/filters': person('read:filters'),
  'POST /api/v1/filters': person('write:filters', { body: { phrase: 'matrix', context: ['home'] } }),
  'GET /api/v1/filters/:id': person('read:filters', { on: 'filter-keyword' }),
  'PUT /api/v1/filters/:id': person('write:filters', { on: 'filter-keyword', body: { phrase: 'matrices' } }),
  'DELETE /api/v1/filters/:id': person('write:filters', { on: 'filter-keyword' }),
  'GET /api/v2/filters': person('read:filters'),
  'POST /api/v2/filters': person('write:filters', { body: { title: 'Matrix', context: ['home'] } }),
  'GET /api/v2/filters/:id': person('read:filters', { on: 'filter' }),
  'PUT /api/v2/filters/:id': person('write:filters', { on: 'filter', body: { title: 'Matrices' } }),
  'DELETE /api/v2/filters/:id': person('write:filters', { on: 'filter' }),
  'GET /api/v2/filters/:id/keywords': person('read:filters', { on: 'filter' }),
  'POST /api/v2/filters/:id/keywords': person('write:filters', { on: 'filter', body: { keyword: 'matrix' } }),
  'GET /api/v2/filters/keywords/:id': person('read:filters', { on: 'filter-keyword' }),
  'PUT /api/v2/filters/keywords/:id': person('write:filters', { on: 'filter-keyword', body: { keyword: 'matrices' } }),
  'DELETE /api/v2/filters/keywords/:id': person('write:filters', { on: 'filter-keyword' }),
  'GET /api/v2/filters/:id/statuses': person('read:filters', { on: 'filter' }),
  // Without a status: the post of another row may be hidden from the caller, which would be a 404 of its own.
  'POST /api/v2/filters/:id/statuses': person('write:filters', { on: 'filter' }),
  'GET /api/v2/filters/statuses/:id': person('read:filters', { on: 'filter-status' }),
  'DELETE /api/v2/filters/statuses/:id': person('write:filters', { on: 'filter-status' }),
  'GET /api/v1/announcements': person('any'),
  'POST /api/v1/announcements/:id/dismiss': person('write:accounts', { on: 'announcement' }),
  'PUT /api/v1/announcements/:id/reactions/:name': person('write:favourites', { on: 'announcement', path: { name: '👍' } }),
  'DELETE /api/v1/announcements/:id/reactions/:name': person('write:favourites', { on: 'announcement', path: { name: '👍' } }),
  'GET /api/roost/v1/announcements': person('administrator'),
  'POST /api/roost/v1/announcements': person('administrator', { body: { text: 'From the matrix' } }),
  'PATCH /api/roost/v1/announcements/:id': person('administrator', {
    on: 'announcement',
    body: { text: 'Edited by the matrix' },
  }),
  'DELETE /api/roost/v1/announcements/:id': person('administrator', { on: 'announcement' }),
  'GET /api/v1/trends': person('any'),
  'GET /api/v1/trends/tags': person('any'),
  'GET /api/v1/trends/statuses': person('any'),
  'GET /api/v1/trends/links': person('any'),
  'GET /api/v1/conversations': person('read:statuses'),
  'POST /api/v1/conversations/:id/read': person('write:conversations', { on: 'conversation' }),
  'POST /api/v1/conversations/:id/unread': person('write:conversations', { on: 'conversation' }),
  'DELETE /api/v1/conversations/:id': person('write:conversations', { on: 'conversation' }),
  'GET /api/v1/scheduled_statuses': person('read:statuses'),
  'GET /api/v1/scheduled_statuses/:id': person('read:statuses', { on: 'scheduled' }),
  'PUT /api/v1/scheduled_statuses/:id': person('write:statuses', { on: 'scheduled' }),
  'DELETE /api/v1/scheduled_statuses/:id': person('write:statuses', { on: 'scheduled' }),
  'GET /api/v1/featured_tags': person('read:accounts'),
  'GET /api/v1/featured_tags/suggestions': person('read:accounts'),
  'POST /api/v1/featured_tags': person('write:accounts', { body: { name: 'dockswap' } }),
  'DELETE /api/v1/featured_tags/:id': person('write:accounts', { on: 'featured' }),
  'GET /api/v1/endorsements': person('read:accounts'),
  'GET /api/v1/suggestions': person('read:accounts'),
  'GET /api/v2/suggestions': person('read:accounts'),
  'DELETE /api/v1/suggestions/:id': person('write:accounts', { on: 'account' }),
  'GET /api/v1/domain_blocks': person('read:blocks'),
  'GET /api/v1/domain_blocks/preview': person('read:blocks'),
  'POST /api/v1/domain_blocks': person('write:blocks', { body: { domain: 'elsewhere.example' } }),
  'DELETE /api/v1/domain_blocks': person('write:blocks', { body: { domain: 'elsewhere.example' } }),
  'POST /api/v1/emails/confirmations': person('any app'),
  'GET /api/v1/markers': person('read:statuses'),
  'POST /api/v1/markers': person('write:statuses'),

  'GET /api/v1/push/subscription': person('push'),
  'POST /api/v1/push/subscription': person('push'),
  'PUT /api/v1/push/subscription': person('push'),
  'DELETE /api/v1/push/subscription': person('push'),

  'GET /api/v1/streaming': person('read:statuses', { also: 'read:notifications' }),
  'GET /api/v1/streaming/health': person('public'),
  'GET /api/v1/streaming/user': person('read:statuses', { stream: true }),
  'GET /api/v1/streaming/user/notification': person('read:notifications', { stream: true }),
  'GET /api/v1/streaming/public': person('read:statuses', { stream: true }),
  'GET /api/v1/streaming/public/local': person('read:statuses', { stream: true }),
  'GET /api/v1/streaming/public/remote': person('read:statuses', { stream: true }),
  'GET /api/v1/streaming/hashtag': person('read:statuses', { stream: true, query: { tag: 'dockswap' } }),
  'GET /api/v1/streaming/hashtag/local': person('read:statuses', { stream: true, query: { tag: 'dockswap' } }),
  'GET /api/v1/streaming/list': person('read:statuses', { stream: true }),
  'GET /api/v1/streaming/direct': person('read:statuses', { stream: true }),

  'GET /api/v1/instance': person('public'),
  'GET /api/v2/instance': person('public'),
  'GET /api/v1/instance/rules': person('public'),
  'GET /api/v1/instance/peers': person('public'),
  'GET /api/v1/instance/activity': person('public'),
  'GET /api/v1/instance/domain_blocks': person('public'),
  'GET /api/v1/instance/extended_description': person('public'),
  'GET /api/v1/instance/languages': person('public'),
  'GET /api/v1/instance/privacy_policy': person('public'),
  'GET /api/v1/instance/terms_of_service': person('public'),
  'GET /api/v1/instance/translation_languages': person('public'),
  'GET /api/v1/custom_emojis': person('public'),
};
