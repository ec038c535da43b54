/**
 * The rule `canSee` of status.policy.ts as a condition on `status s`, for a viewer in the parameter named.
 * Only for picking ids: what is picked is sifted by the policy again.
 */
export function visibleTo(viewer: string): string {
  return `s.deleted_at is null
    and exists (select 1 from account author where author.id = s.account_id and author.state = 'active')
    and (s.account_id = ${viewer} or (
      not exists (select 1 from block b where (b.account_id = ${viewer} and b.target_id = s.account_id) or (b.account_id = s.account_id and b.target_id = ${viewer}))
      and (s.visibility in ('public', 'unlisted')
        or (s.visibility = 'private' and exists (select 1 from follow f where f.account_id = ${viewer} and f.target_id = s.account_id))
        or exists (select 1 from status_mention m where m.status_id = s.id and m.account_id = ${viewer}))))`;
}

/**
 * Leaves out authors whom moderators silenced, where somebody finds what they did not ask for: their followers hear them, nobody else finds
 * them. Whoever knows where a post is may read it. The few there are are read once for each statement. Index: account_silenced.
 * @param author an expression for the author's id
 */
export function foundBy(viewer: string, author: string): string {
  return `${author} not in (select quiet.id from account quiet where quiet.silenced and quiet.id <> ${viewer}
    and not exists (select 1 from follow heard where heard.account_id = ${viewer} and heard.target_id = quiet.id))`;
}

/** Leaves out authors whom the viewer mutes, as every timeline does. */
export function notMutedBy(viewer: string): string {
  return `not exists (select 1 from mute mu where mu.account_id = ${viewer} and mu.target_id = s.account_id and (mu.expires_at is null or mu.expires_at > now()))`;
}
