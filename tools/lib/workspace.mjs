import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bin = join(root, 'node_modules/.bin');
/** What a build is made of; tests, documents and outputs are not. */
const sources = ['apps', 'libs', 'migrations', 'nx.json', 'package-lock.json', 'tsconfig.base.json'];
const outputs = ['apps/server/dist/src/main.js', 'apps/server/dist/migrations', 'apps/web/dist/index.html'];
const running = new Set();

/** The Node that npm pinned in this workspace; the one running this file may be older. */
export const pinnedNode = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');

/** The environment of npm scripts: our own programs first on the path. */
export function scriptEnv(extra = {}) {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** Installs the dependencies when they are missing or package-lock.json is newer than they are. */
export async function ensureInstalled(say) {
  if (!needsInstall(root)) return;
  await step(say, 'Installing the dependencies (a minute or two on the first start)', 'npm', [
    'ci',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  writeStamp(root, 'installed', lockfileSum(root));
}

/** Builds libraries, server and web client when a source changed since the last build. */
export async function ensureBuilt(say) {
  // Taken before the build: what is saved while it runs is built the next time.
  const state = fingerprint(root);
  if (!needsBuild(root, state)) return;
  await step(
    say,
    'Building',
    pinnedNode,
    [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static'],
    {
      env: scriptEnv({ NX_DAEMON: 'false', NX_TUI: 'false', NO_COLOR: '1' }),
    },
  );
  writeStamp(root, 'built', state);
}

/**
 * Runs a program of the preparation. Its output is shown only when it fails; a line now and then says that it still works.
 * @throws StepFailed with the output
 */
async function step(say, title, command, args, options = {}) {
  const start = Date.now();
  say(`${title} …`);
  const child = spawn(command, args, { cwd: root, env: scriptEnv(), stdio: ['ignore', 'pipe', 'pipe'], ...options });
  running.add(child);
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const alive = setInterval(() => say(`  … still at it after ${seconds(start)}`), 20_000);
  const code = await new Promise((resolveCode) => {
    child.once('error', (error) => resolveCode(error.message));
    child.once('close', resolveCode);
  });
  clearInterval(alive);
  running.delete(child);
  if (code !== 0)
    throw new StepFailed(
      `${Buffer.concat(output).toString('utf8').trimEnd()}\n\n${title} failed (${code}): ${cure(Buffer.concat(output).toString('utf8'))}`,
    );
  say(`  done in ${seconds(start)}`);
}

/** A step of the preparation that failed; the message holds its output and, last, a sentence with the cure. */
export class StepFailed extends Error {}

/** Ends what the preparation runs at the moment. */
export function interruptSteps(signal) {
  for (const child of running) child.kill(signal);
}

function cure(output) {
  if (/ENOSPC|No space left/.test(output)) return 'the disk is full, free about 1.5 GB and start again.';
  if (/EACCES|EPERM|permission denied/i.test(output))
    return `this user may not write to ${root}, give the folder to them (chown -R) and start again.`;
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(output))
    return 'the npm registry does not answer, check the network (or the proxy settings of npm) and start again.';
  return 'the lines above say why; mend that and start again.';
}

function seconds(start) {
  return `${Math.round((Date.now() - start) / 1000)} s`;
}

/** Whether node_modules is not what package-lock.json asks for. */
export function needsInstall(at) {
  if (!existsSync(join(at, 'node_modules/.bin', basename(pinnedNode)))) return true;
  return readStamp(at, 'installed') !== lockfileSum(at) && !npmInstalledSince(at);
}

/** Whether there are sources that no build has seen, or no build at all. */
export function needsBuild(at, state = fingerprint(at)) {
  return readStamp(at, 'built') !== state || !outputs.every((file) => existsSync(join(at, file)));
}

/** Changes whenever a source does. Names, times and sizes are enough here: Nx compares contents once it is asked. */
export function fingerprint(at) {
  const hash = createHash('sha256');
  for (const source of sources) walk(join(at, source), hash);
  return hash.digest('hex');
}

/** Somebody may have run npm by hand: its own record in node_modules is then newer than the lockfile. */
function npmInstalledSince(at) {
  const record = join(at, 'node_modules/.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(join(at, 'package-lock.json')).mtimeMs;
}

function walk(path, hash) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    hash.update(`${path}:${stat.mtimeMs}:${stat.size}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name === 'node_modules' || name === 'dist' || name === '.types') continue;
    if (/\.spec\.[a-z]+$|\.md$|\.tsbuildinfo$/.test(name)) continue;
    walk(join(path, name), hash);
  }
}

function readStamp(at, name) {
  const file = join(at, 'node_modules/.roost', name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Kept in node_modules, so that it goes when they go. */
export function writeStamp(at, name, value) {
  mkdirSync(join(at, 'node_modules/.roost'), { recursive: true });
  writeFileSync(join(at, 'node_modules/.roost', name), value);
}

export function lockfileSum(at) {
  return createHash('sha256')
    .update(readFileSync(join(at, 'package-lock.json')))
    .digest('hex');
}
