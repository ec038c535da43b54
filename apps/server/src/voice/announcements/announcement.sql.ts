/** Whether the announcement `a` is shown to everybody now. */
export const SHOWN = `a.published_at is not null and a.ended_at is null and (a.ends_at is null or a.ends_at > now())`;
