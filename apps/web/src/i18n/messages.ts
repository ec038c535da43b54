import type common from '../app/common/common.messages.json';
import type keyHelp from '../app/keys/key-help.messages.json';
import type shell from '../app/shell/shell.messages.json';
import type statuses from '../features/statuses/statuses.messages.json';
import type poll from '../features/statuses/poll/poll.messages.json';
import type timelines from '../features/timelines/timelines.messages.json';
import type composer from '../features/composer/composer.messages.json';
import type thread from '../features/thread/thread.messages.json';
import type authorize from '../features/authorize/authorize.messages.json';
import type signIn from '../features/sign-in/sign-in.messages.json';
import type signUp from '../features/sign-up/sign-up.messages.json';
import type setUp from '../features/set-up/set-up.messages.json';
import type people from '../features/people/people.messages.json';
import type profile from '../features/profile/profile.messages.json';
import type tag from '../features/tag/tag.messages.json';
import type saved from '../features/saved/saved.messages.json';
import type settings from '../features/settings/settings.messages.json';
import type announcements from '../features/announcements/announcements.messages.json';
import type announcing from '../features/settings/announcing.messages.json';
import type door from '../features/settings/door.messages.json';
import type report from '../features/moderation/report.messages.json';
import type notifications from '../features/notifications/notifications.messages.json';
import type search from '../features/search/search.messages.json';
import type filters from '../features/filters/filters.messages.json';
import type lists from '../features/lists/lists.messages.json';
import type palette from '../features/palette/palette.messages.json';

/** Every text a person can see, by meaning. A new file of messages adds its line here. */
export type MessageId =
  | keyof typeof common
  | keyof typeof keyHelp
  | keyof typeof shell
  | keyof typeof statuses
  | keyof typeof poll
  | keyof typeof timelines
  | keyof typeof composer
  | keyof typeof authorize
  | keyof typeof signIn
  | keyof typeof signUp
  | keyof typeof setUp
  | keyof typeof people
  | keyof typeof profile
  | keyof typeof tag
  | keyof typeof saved
  | keyof typeof settings
  | keyof typeof door
  | keyof typeof announcements
  | keyof typeof announcing
  | keyof typeof notifications
  | keyof typeof report
  | keyof typeof search
  | keyof typeof palette
  | keyof typeof filters
  | keyof typeof lists
  | keyof typeof thread;
