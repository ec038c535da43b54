import type { EntityManager } from 'typeorm';

/** Keys of the tags in a status. */
export async function tagsOf(manager: EntityManager, statusId: string): Promise<string[]> {
  const rows: { name: string }[] = await manager.query(
    'select t.name from status_tag st join tag t on t.id = st.tag_id where st.status_id = $1 order by t.name',
    [statusId],
  );
  return rows.map((row) => row.name);
}

/** Makes these accounts, and no others, the ones the status mentions. For a direct status they are its readers. */
export async function setMentions(manager: EntityManager, statusId: string, accountIds: readonly string[]): Promise<void> {
  await manager.query('delete from status_mention where status_id = $1 and account_id <> all ($2::bigint[])', [
    statusId,
    accountIds,
  ]);
  if (accountIds.length === 0) return;
  await manager.query(
    'insert into status_mention (status_id, account_id) select $1, unnest($2::bigint[]) on conflict (status_id, account_id) do nothing',
    [statusId, accountIds],
  );
}
