import { visibleTo } from '../../posts/statuses/status-visibility.sql.js';

/**
 * Whether the receiver hears of what `actor` does: neither blocks the other, and no mute covers notifications.
 * @param receiver an expression for the id of the receiver
 * @param actor an expression for the id of whoever did it
 */
export function hears(receiver: string, actor: string): string {
  return `not exists (select 1 from block b where (b.account_id = ${receiver} and b.target_id = ${actor}) or (b.account_id = ${actor} and b.target_id = ${receiver}))
    and not exists (select 1 from mute mu where mu.account_id = ${receiver} and mu.target_id = ${actor} and mu.notifications and (mu.expires_at is null or mu.expires_at > now()))`;
}

/** Whether a filter may keep notifications from the account `$1`. Index: filter_owner. */
export const HIDES = `exists (select 1 from filter f where f.account_id = $1 and f.action = 'hide' and 'notifications' = any(f.context)
  and (f.expires_at is null or f.expires_at > now()))`;

/**
 * What of the notification `n` still holds when it is read: its actor is there, may be heard, and the status can be seen. What concerns
 * moderators they hear of whomever they block or mute, and only for as long as they are moderators.
 */
export const STANDS = `exists (select 1 from account actor where actor.id = n.from_account_id and actor.state = 'active')
  and case when n.type in ('admin.sign_up', 'admin.report')
        then exists (select 1 from account me where me.id = n.account_id and me.role <> 'member')
        else ${hears('n.account_id', 'n.from_account_id')} end
  and (n.status_id is null or exists (select 1 from status s where s.id = n.status_id and ${visibleTo('n.account_id')}))`;
