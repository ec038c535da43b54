import type { NotificationRules, NotificationType } from '@roost/contracts';

/** What becomes of a notification. Dropped ones are never made; those kept apart wait until their sender is let in. */
export type Fate = 'shown' | 'kept apart' | 'dropped';

/** How the one who did something stands to the one who would hear of it. */
export interface SenderFacts {
  /** The receiver follows them. */
  followed: boolean;
  /** They have followed the receiver for {@link FOLLOWER_DAYS} days or longer. */
  follower: boolean;
  /** They came within the last {@link NEWCOMER_DAYS} days. */
  newcomer: boolean;
  limited: boolean;
  /** They speak for the company or look after this Roost. */
  staff: boolean;
  /** The receiver let them in. */
  permitted: boolean;
  /** It is a direct post, and the receiver said nothing direct to them in its thread before. */
  unaskedDirect: boolean;
}

/** Following somebody just before one writes to them proves nothing. */
export const FOLLOWER_DAYS = 3;
export const NEWCOMER_DAYS = 30;

/** What strangers can bring about by themselves. One asked for the rest: by a bell, a boost, a vote, or an office held. */
const DECIDED_BY_RULES: ReadonlySet<NotificationType> = new Set<NotificationType>([
  'mention',
  'reblog',
  'favourite',
  'follow',
  'follow_request',
]);

/** Whether any rule can concern notifications of this type. */
export function isRuled(type: NotificationType): boolean {
  return DECIDED_BY_RULES.has(type);
}

/** Of all the rules that concern the sender the strictest counts. */
export function fateOf(type: NotificationType, rules: NotificationRules, sender: SenderFacts): Fate {
  if (!isRuled(type) || sender.permitted) return 'shown';
  if (type === 'mention' && sender.staff) return 'shown';
  const applying = [
    sender.followed ? null : rules.for_not_following,
    sender.follower ? null : rules.for_not_followers,
    sender.newcomer && !sender.followed ? rules.for_new_accounts : null,
    type === 'mention' && sender.unaskedDirect && !sender.followed ? rules.for_private_mentions : null,
    sender.limited && !sender.followed ? rules.for_limited_accounts : null,
  ];
  if (applying.includes('drop')) return 'dropped';
  return applying.includes('filter') ? 'kept apart' : 'shown';
}
