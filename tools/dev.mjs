// `npm run dev`: server and web client with reload. Sources are compiled as they change; the server restarts, the browser updates in place.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, pinnedNode, root, scriptEnv } from './lib/workspace.mjs';

const webUrl = 'http://localhost:5173';
const say = (line) => console.log(line);

await ensureInstalled(say);
await ensureBuilt(say);
const [{ supervise }, { chooseDataDir }] = await Promise.all([import('./lib/supervisor.mjs'), import('./lib/data-dir.mjs')]);

const library = ['src', '--watch', '-d', 'dist', '--strip-leading-paths', '--quiet'];
const companions = [
  run('apps/server', 'swc', 'src', '--watch', '-d', 'dist', '--quiet'),
  run(
    'apps/server',
    'swc',
    '../../migrations',
    '--watch',
    '-d',
    'dist',
    '--strip-leading-paths',
    '--config-file',
    '.swcrc',
    '--quiet',
  ),
  run('libs/contracts', 'swc', ...library),
  run('libs/text', 'swc', ...library),
  run('apps/web', 'vite'),
];
try {
  process.exitCode = await supervise({
    node: pinnedNode,
    args: ['--watch', '--watch-preserve-output', ...watched('apps/server/dist', 'libs/contracts/dist', 'libs/text/dist')],
    main: join(root, 'apps/server/dist/src/main.js'),
    dataDir: chooseDataDir(root),
    // The browser talks to Vite, which passes on to port 3000: Vite's is the address people type, and the one requests must come from.
    env: scriptEnv({ NODE_ENV: 'development', PORT: '3000', ROOST_PUBLIC_URL: process.env.ROOST_PUBLIC_URL || webUrl }),
    say,
  });
} catch (error) {
  console.error(error.name === 'StartProblem' ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const companion of companions) companion.kill('SIGTERM');
}

function run(folder, program, ...args) {
  return spawn(join(root, 'node_modules/.bin', program), args, {
    cwd: join(root, folder),
    env: scriptEnv(),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function watched(...folders) {
  return folders.map((folder) => `--watch-path=${join(root, folder)}`);
}
