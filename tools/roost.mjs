// `npm run roost -- <command>`: Roost's own commands (create-admin, mail, doctor …) on the database of this checkout, whether or not Roost runs.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, pinnedNode, root, scriptEnv } from './lib/workspace.mjs';

const cli = join(root, 'apps/server/dist/src/cli.js');
const say = (line) => console.error(line);

async function run() {
  await ensureInstalled(say);
  await ensureBuilt(say);
  const [{ chooseDataDir }, { connectPostgres }] = await Promise.all([
    import('./lib/data-dir.mjs'),
    import('./postgres/postgres.mjs'),
  ]);
  const dataDir = chooseDataDir(root);
  const env = scriptEnv({ NODE_ENV: process.env.NODE_ENV || 'production', ROOST_DATA_DIR: dataDir });
  if (env.DATABASE_URL) return command(env);
  const postgres = await connectPostgres({ dataDir, say });
  try {
    return await command({ ...env, DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl });
  } finally {
    await postgres.stop();
  }
}

function command(env) {
  const child = spawn(pinnedNode, [cli, ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error.name === 'StartProblem' ? error.message : error);
  process.exitCode = 1;
}
