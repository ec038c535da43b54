import { newDatabase, Roost, startServer, type ServerProcess } from '@roost/test-kit';
import pg from 'pg';

export interface KillPlan {
  kills: number;
  postsPerSecond: number;
  /** Milliseconds between a restart that answers and the next kill. */
  between: number;
}

export interface KillReport {
  kills: number;
  /** Posts begun, each under a key of its own, retried until they were answered. */
  begun: number;
  acknowledged: number;
  /** Answers that differ from an earlier answer under the same key. */
  changedAnswers: number;
  missing: number;
  doubled: number;
  /** Posts without their journal entry or first version, or entries without their post. */
  halfWritten: number;
  /** Milliseconds from each kill until the server answered again. */
  slowestRecovery: number;
}

interface Post {
  key: string;
  text: string;
  id: string | null;
}

/**
 * Posts at a steady rate while the server is killed with SIGKILL and started again. The driver never dies; it keeps
 * what it was answered and afterwards asks the database behind the server's back.
 */
export async function killUnderLoad(plan: KillPlan): Promise<KillReport> {
  const database = await newDatabase();
  const db = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  const options = { databaseUrl: database.appUrl, ownerUrl: database.ownerUrl, env: { ROOST_LOG_LEVEL: 'error' } };
  let server: ServerProcess = await startServer(options);
  const restart = { ...options, port: server.port, dataDir: server.dataDir };
  const author = await Roost.around(server, db, database).person({ handle: 'ann' });
  const posts: Post[] = [];
  const open = new Set<Promise<void>>();
  let changedAnswers = 0;
  let running = true;

  const publish = async (post: Post): Promise<void> => {
    for (;;) {
      const answer = await author
        .post<{ id: string }>('/api/v1/statuses', { status: post.text }, { headers: { 'idempotency-key': post.key } })
        .catch(() => null);
      if (answer?.status === 200) {
        if (post.id !== null && post.id !== answer.body.id) changedAnswers += 1;
        post.id = answer.body.id;
        return;
      }
      if (answer && answer.status < 500 && answer.status !== 429)
        throw new Error(`a post was refused: ${JSON.stringify(answer.body)}`);
      await pause(50);
    }
  };
  const load = (async () => {
    for (let index = 0; running; index++) {
      const post: Post = { key: `chaos-${index}`, text: `Post ${index} under fire`, id: null };
      posts.push(post);
      const done = publish(post).finally(() => open.delete(done));
      open.add(done);
      await pause(1000 / plan.postsPerSecond);
    }
  })();

  let slowestRecovery = 0;
  for (let kill = 0; kill < plan.kills; kill++) {
    await pause(plan.between);
    const start = performance.now();
    await server.kill();
    server = await startServer(restart);
    slowestRecovery = Math.max(slowestRecovery, performance.now() - start);
  }
  await pause(plan.between);
  running = false;
  await load;
  await Promise.all(open);
  // Whoever never got an answer asks again under the same key, as a client that lost its connection does.
  await Promise.all(posts.slice(-50).map(publish));

  const { rows } = await db.query<{ id: string; text: string }>('select id, text from status');
  const byText = new Map<string, string[]>();
  for (const row of rows) byText.set(row.text, [...(byText.get(row.text) ?? []), row.id]);
  const acknowledged = posts.filter((post) => post.id !== null);
  const half = await db.query<{ count: string }>(
    `select count(*) from (
       select s.id from status s where not exists (select from journal_entry e where e.type = 'status.published' and e.subject_id = s.id)
          or not exists (select from status_version v where v.status_id = s.id)
       union all
       select e.subject_id from journal_entry e where e.type = 'status.published' and not exists (select from status s where s.id = e.subject_id)
     ) x`,
  );
  const counted = await db.query<{ statuses_count: number }>('select statuses_count from account where id = $1', [author.id]);
  if (counted.rows[0]?.statuses_count !== rows.length)
    throw new Error(`the account counts ${counted.rows[0]?.statuses_count} of ${rows.length} posts`);
  const report: KillReport = {
    kills: plan.kills,
    begun: posts.length,
    acknowledged: acknowledged.length,
    changedAnswers,
    missing: acknowledged.filter((post) => !byText.get(post.text)?.includes(post.id ?? '')).length,
    doubled: [...byText.values()].filter((ids) => ids.length > 1).length,
    halfWritten: Number(half.rows[0]?.count ?? 0),
    slowestRecovery: Math.round(slowestRecovery),
  };
  await server.stop();
  await db.end();
  await database.drop();
  return report;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
