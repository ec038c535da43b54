import type { EntityManager } from 'typeorm';

export interface WrittenTag {
  /** The key: see `tagKey`. */
  name: string;
  written: string;
}

/** How many uses decide what the usual casing of a tag is. */
const USES_LOOKED_AT = 200;

interface LinkedTag {
  id: string;
  /** Not used for a minute: its last use is written down again. */
  stale: boolean;
  /** Written here in another way than it is shown. */
  unusual: boolean;
}

/**
 * Makes sure that the tags exist, and links the status to them. Rows are taken in the order of their keys, or two posts that
 * name the same two would wait for each other; a popular tag's row is touched once a minute, or all its authors would wait for it.
 * @param listed true when everybody may see the status: only then it brings a tag to mind in suggestions, and has a say in its casing
 */
export async function linkTags(
  manager: EntityManager,
  statusId: string,
  tags: readonly WrittenTag[],
  listed: boolean,
): Promise<void> {
  if (tags.length === 0) return;
  const names = tags.map((tag) => tag.name);
  const written = tags.map((tag) => tag.written);
  await manager.query(
    `insert into tag (name, written) select t.name, t.written from unnest($1::text[], $2::text[]) as t (name, written) order by t.name
     on conflict (name) do nothing`,
    [names, written],
  );
  const linked: LinkedTag[] = await manager.query(
    `with linked as (
       insert into status_tag (tag_id, status_id, written)
       select t.id, $1, u.written from unnest($2::text[], $3::text[]) as u (name, written) join tag t on t.name = u.name
       returning tag_id, written
     )
     select t.id, coalesce(t.last_used_at < now() - interval '1 minute', true) as stale, t.written <> linked.written as unusual
       from linked join tag t on t.id = linked.tag_id`,
    [statusId, names, written],
  );
  const touched = listed ? linked.filter((tag) => tag.stale || tag.unusual) : [];
  if (touched.length === 0) return;
  const ids = touched.map((tag) => tag.id);
  await manager.query('select id from tag where id = any($1::bigint[]) order by name for no key update', [ids]);
  await manager.query('update tag set last_used_at = now() where id = any($1::bigint[])', [ids]);
  for (const tag of touched) if (tag.unusual) await settleCasing(manager, tag.id);
}

/** The casing that most of the latest posts use becomes the one that is shown. */
async function settleCasing(manager: EntityManager, tagId: string): Promise<void> {
  await manager.query(
    `update tag set written = usual.written
       from (select latest.written
               from (select st.written, st.status_id from status_tag st join status s on s.id = st.status_id
                      where st.tag_id = $1 and s.deleted_at is null and s.visibility in ('public', 'unlisted')
                      order by st.status_id desc limit ${USES_LOOKED_AT}) latest
              group by latest.written order by count(*) desc, max(latest.status_id) desc limit 1) usual
      where tag.id = $1 and tag.written <> usual.written`,
    [tagId],
  );
}

/** Unlinks a status from its tags. @returns their keys */
export async function unlinkTags(manager: EntityManager, statusId: string): Promise<string[]> {
  const rows: { name: string }[] = await manager.query(
    'with gone as (delete from status_tag where status_id = $1 returning tag_id) select t.name from gone join tag t on t.id = gone.tag_id order by t.name',
    [statusId],
  );
  return rows.map((row) => row.name);
}
