import { foundBy, notMutedBy, visibleTo } from '../../posts/statuses/status-visibility.sql.js';

/** The order in which a page is picked: newest first, or upwards from `min_id`. */
export type Direction = 'asc' | 'desc';

/**
 * What a timeline shows of the status `w`: what the reader `$1` may see, by people they do not mute, and boosts whose original
 * fits too. Only for picking ids: what is picked is sifted by the policy again.
 */
export const SHOWN = `exists (select 1 from status s where s.id = w.id and ${visibleTo('$1')} and ${notMutedBy('$1')})
  and (w.boost_of_id is null or exists (select 1 from status s where s.id = w.boost_of_id and ${visibleTo('$1')} and ${notMutedBy('$1')}))`;

/** What of the status `w` may be found by `$1` without following its author. */
export const FOUND = foundBy('$1', 'w.account_id');

/** The same where mutes do not count: a profile, one's own lists. */
export const SEEN = `exists (select 1 from status s where s.id = w.id and ${visibleTo('$1')})
  and (w.boost_of_id is null or exists (select 1 from status s where s.id = w.boost_of_id and ${visibleTo('$1')}))`;

/**
 * Whether the follow `src` wants the status `w`, which boosts `o` if it boosts anything: boosts only where they are wanted, and
 * only in the languages chosen. What says no language is in all of them, and `fr` wants `fr-BE` too.
 */
export const WANTED_OF_FOLLOW = `(w.boost_of_id is null or src.show_boosts)
  and (coalesce(cardinality(src.languages), 0) = 0 or coalesce(o.language, w.language) is null
       or split_part(coalesce(o.language, w.language), '-', 1) = any(src.languages) or coalesce(o.language, w.language) = any(src.languages))`;
