import { visibleTo } from '../../posts/statuses/status-visibility.sql.js';

/** The people of the direct status `s`: its author and whom it names. */
export const PARTY = 'select s.account_id as id union select m.account_id from status_mention m where m.status_id = s.id';

/**
 * The others in the direct status `s`, as the table keeps them.
 * @param owner an expression for the id of whose conversation it is
 */
export function othersThan(owner: string): string {
  return `array(select p.id from (${PARTY}) p where p.id <> ${owner} order by p.id)`;
}

/** Whether `owner` hears of the status `s` without being called: its author or its thread is muted. */
export function quietFor(owner: string): string {
  return `(exists (select 1 from mute mu where mu.account_id = ${owner} and mu.target_id = s.account_id and (mu.expires_at is null or mu.expires_at > now()))
    or exists (select 1 from thread_mute t where t.account_id = ${owner} and t.thread_id = s.thread_id))`;
}

/** The newest status of the conversation `k` that its owner may see. Index: status_thread. */
export const NEWEST = `(select s.id from status s
   where s.thread_id = k.thread_id and s.id >= k.first_status_id and s.visibility = 'direct' and s.boost_of_id is null
     and ${visibleTo('k.account_id')} and ${othersThan('k.account_id')} = k.others
   order by s.id desc limit 1)`;
