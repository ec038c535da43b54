import pg from 'pg';
import { round } from './measure.ts';

/** Runs one prepared statement over and over on some connections, as pgbench would. @returns statements a second */
export async function sqlRate(
  url: string,
  statement: { text: string; values: () => unknown[] },
  connections: number,
  seconds: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const end = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) {
        await client.query({ name: 'bench', text: statement.text, values: statement.values() });
        done += 1;
      }
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  return round(done / seconds);
}
