import type { IconName } from '@roost/ui';
import type { MessageId } from '../../i18n/messages.js';

/** Only icons that come with the first load: this page stands outside the frame. */
export interface Permission {
  id: MessageId;
  icon: IconName;
}

/** What the scopes allow, in plain words; a parent speaks for its children. */
const words: [covers: (scope: string) => boolean, id: MessageId, icon: IconName][] = [
  [(scope) => scope === 'read', 'authorize.read', 'eye'],
  [(scope) => scope === 'read:accounts' || scope === 'profile', 'authorize.readProfile', 'user'],
  [(scope) => scope === 'read:statuses' || scope === 'read:search' || scope === 'read:lists', 'authorize.readPosts', 'eye'],
  [(scope) => scope === 'read:notifications', 'authorize.readNotifications', 'at'],
  [(scope) => /^read:(bookmarks|favourites|filters|blocks|mutes|follows)$/u.test(scope), 'authorize.readOwn', 'eye'],
  [(scope) => scope === 'write', 'authorize.write', 'right'],
  [(scope) => scope === 'write:statuses' || scope === 'write:media', 'authorize.writePosts', 'right'],
  [(scope) => scope === 'write:accounts', 'authorize.writeProfile', 'user'],
  [
    (scope) => /^write:(bookmarks|favourites|filters|lists|notifications|conversations|reports)$/u.test(scope),
    'authorize.writeOwn',
    'check',
  ],
  [(scope) => scope === 'follow' || /^write:(follows|blocks|mutes)$/u.test(scope), 'authorize.follow', 'plus'],
  [(scope) => scope === 'push', 'authorize.push', 'at'],
  [(scope) => scope.startsWith('admin'), 'authorize.admin', 'shield'],
];

/** One sentence for each kind of permission, in a fixed order, none twice. */
export function permissionsOf(scopes: readonly string[]): Permission[] {
  return words.filter(([covers]) => scopes.some(covers)).map(([, id, icon]) => ({ id, icon }));
}
