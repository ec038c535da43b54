import type { MessageId } from '../../i18n/messages.js';

/** What the scopes allow, in plain words; a parent speaks for its children. */
const words: [covers: (scope: string) => boolean, id: MessageId][] = [
  [(scope) => scope === 'read', 'authorize.read'],
  [(scope) => scope === 'read:accounts' || scope === 'profile', 'authorize.readProfile'],
  [(scope) => scope === 'read:statuses' || scope === 'read:search' || scope === 'read:lists', 'authorize.readPosts'],
  [(scope) => scope === 'read:notifications', 'authorize.readNotifications'],
  [(scope) => /^read:(bookmarks|favourites|filters|blocks|mutes|follows)$/u.test(scope), 'authorize.readOwn'],
  [(scope) => scope === 'write', 'authorize.write'],
  [(scope) => scope === 'write:statuses' || scope === 'write:media', 'authorize.writePosts'],
  [(scope) => scope === 'write:accounts', 'authorize.writeProfile'],
  [
    (scope) => /^write:(bookmarks|favourites|filters|lists|notifications|conversations|reports)$/u.test(scope),
    'authorize.writeOwn',
  ],
  [(scope) => scope === 'follow' || /^write:(follows|blocks|mutes)$/u.test(scope), 'authorize.follow'],
  [(scope) => scope === 'push', 'authorize.push'],
  [(scope) => scope.startsWith('admin'), 'authorize.admin'],
];

/** One sentence for each kind of permission, in a fixed order, none twice; what a wider one holds is not said again. */
export function permissionsOf(scopes: readonly string[]): MessageId[] {
  const widest = scopes.filter((scope) => !scopes.includes(scope.slice(0, scope.lastIndexOf(':'))));
  return words.filter(([covers]) => widest.some(covers)).map(([, id]) => id);
}
