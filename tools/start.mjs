// `npm start`: installs and builds what is missing, starts PostgreSQL and the server, and stops them in order. Runs on a bare Node 20.20:
// everything imported before the installation is Node's own.
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, interruptSteps, pinnedNode, root, scriptEnv, StepFailed } from './lib/workspace.mjs';

const options = process.argv.slice(2);
const say = (line) => console.log(line);
const unknown = options.filter((option) => option !== '--demo');

async function start() {
  if (unknown.length > 0) {
    console.error(
      `npm start does not know ${unknown.join(' ')}. It knows: npm start, and npm start -- --demo (fills an empty Roost with a lively company).`,
    );
    return 1;
  }
  const interrupt = (signal) => {
    interruptSteps(signal);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  await ensureInstalled(say);
  await ensureBuilt(say);
  const [{ supervise }, { chooseDataDir, elsewhere }] = await Promise.all([
    import('./lib/supervisor.mjs'),
    import('./lib/data-dir.mjs'),
  ]);
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  const dataDir = chooseDataDir(root);
  say(`Data folder: ${dataDir}${dataDir === elsewhere ? ' (the user who runs PostgreSQL cannot reach this checkout)' : ''}`);
  return supervise({
    node: pinnedNode,
    main: join(root, 'apps/server/dist/src/main.js'),
    dataDir,
    env: scriptEnv({
      NODE_ENV: process.env.NODE_ENV || 'production',
      // What Node compiled is kept for the next start: a third less time until the server listens.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || join(root, 'node_modules/.roost/compiled'),
    }),
    say,
    before: options.includes('--demo') ? [join(root, 'apps/server/dist/src/cli.js'), 'demo'] : undefined,
  });
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof StepFailed || error.name === 'StartProblem' ? error.message : error);
  process.exitCode = 1;
}
