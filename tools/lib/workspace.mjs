import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bin = join(root, 'node_modules/.bin');
const stamps = join(root, 'node_modules/.roost');
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
  const wanted = sha256(readFileSync(join(root, 'package-lock.json')));
  if (existsSync(pinnedNode) && (readStamp('installed') === wanted || npmInstalledSince())) {
    if (readStamp('installed') !== wanted) writeStamp('installed', wanted);
    return;
  }
  await step(say, 'Installing the dependencies (a minute or two on the first start)', 'npm', [
    'ci',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  writeStamp('installed', wanted);
}

/** Builds libraries, server and web client when a source changed since the last build. */
export async function ensureBuilt(say) {
  const state = fingerprint();
  if (readStamp('built') === state && outputs.every((file) => existsSync(join(root, file)))) return;
  await step(
    say,
    'Building',
    pinnedNode,
    [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static'],
    {
      env: scriptEnv({ NX_DAEMON: 'false', NX_TUI: 'false', NO_COLOR: '1' }),
    },
  );
  writeStamp('built', state);
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

/** Somebody may have run npm by hand: its own record in node_modules is then newer than the lockfile. */
function npmInstalledSince() {
  const record = join(root, 'node_modules/.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Changes whenever a source does. Names, times and sizes are enough here: Nx compares contents once it is asked. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) walk(join(root, source), hash);
  return hash.digest('hex');
}

function walk(path, hash) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    hash.update(`${path}:${stat.mtimeMs}:${stat.size}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name === 'node_modules' || name === 'dist' || name === '.types' || /\.spec\.[a-z]+$|\.md$|\.tsbuildinfo$/.test(name))
      continue;
    walk(join(path, name), hash);
  }
}

function readStamp(name) {
  const file = join(stamps, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function writeStamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
