import type { EntityManager } from 'typeorm';

/** Rows that go to the database at once. */
const BATCH = 1000;

/** Column names with the types in which they are read. */
export type Columns = Record<
  string,
  'bigint' | 'integer' | 'smallint' | 'real' | 'text' | 'boolean' | 'jsonb' | 'timestamptz' | 'hex'
>;

/**
 * Inserts many rows with few statements, in their order.
 * @param options.ownKeys true to give the values of an identity column, taken from its sequence before
 */
export async function insertRows<Row extends object>(
  manager: EntityManager,
  table: string,
  columns: Columns,
  rows: readonly Row[],
  options: { ownKeys?: boolean } = {},
): Promise<void> {
  const names = Object.keys(columns);
  const values = names.map((name) => (columns[name] === 'hex' ? `decode(r.${name}, 'hex')` : `r.${name}`));
  const read = names.map((name) => `${name} ${columns[name] === 'hex' ? 'text' : columns[name]}`);
  const statement = `insert into ${table} (${names.join(', ')})${options.ownKeys ? ' overriding system value' : ''}
    select ${values.join(', ')} from jsonb_to_recordset($1::jsonb) as r (${read.join(', ')})`;
  for (let start = 0; start < rows.length; start += BATCH) {
    await manager.query(statement, [JSON.stringify(rows.slice(start, start + BATCH))]);
  }
}

/** Ids of the cluster's sequence that sort by these moments. @returns one for each, in the order given */
export async function reserveIds(manager: EntityManager, moments: readonly number[]): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select roost_id(to_timestamp(moment / 1000.0))::text as id from unnest($1::double precision[]) with ordinality as m (moment, place) order by place`,
    [moments],
  );
  return rows.map(({ id }) => id);
}

/** As PostgreSQL and JSON write a moment. */
export function iso(moment: number): string {
  return new Date(moment).toISOString();
}
