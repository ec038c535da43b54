import type { AnnouncementReaction } from '@roost/contracts';

/** The reactions once the reader gave this one, or took it back. A kind that nobody gives any more goes. */
export function withReaction(reactions: readonly AnnouncementReaction[], name: string, given: boolean): AnnouncementReaction[] {
  const known = reactions.find((reaction) => reaction.name === name);
  if (known === undefined) return given ? [...reactions, { name, count: 1, me: true }] : [...reactions];
  if (known.me === given) return [...reactions];
  return reactions
    .map((reaction) => (reaction === known ? { name, count: known.count + (given ? 1 : -1), me: given } : reaction))
    .filter((reaction) => reaction.count > 0);
}
