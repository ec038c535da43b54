import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileProblem, postgresProblem, StartProblem } from './problems.mjs';
import { isAlive, isPostgresOn, leash, postgresProcessesOn, until } from './processes.mjs';

const socketPort = 5432;
/** The kernel's limit for the path of a unix socket. */
const longestSocketPath = 107;
const keptLogBytes = 10 * 1024 * 1024;

/** What serves people: modest memory, and every acknowledged write on disk before it is acknowledged. */
const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_connections: '100',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/**
 * Where PostgreSQL listens: a socket in the data folder, or a free port of the loopback interface when that path is too long for the
 * kernel (or the system has no such sockets). Nothing else ever listens.
 */
export async function chooseAddress(dataDir, identity) {
  const folder = join(dataDir, 'run');
  if (process.platform === 'win32' || Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}.lock`)) > longestSocketPath)
    return { host: '127.0.0.1', port: await freePort() };
  // Nobody uses this cluster at this point, so a socket that a killed server left is rubbish; its lock names a dead process.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  chmodSync(folder, 0o700);
  if (identity) chownSync(folder, identity.uid, identity.gid);
  return { host: folder, port: socketPort };
}

/** Where the PostgreSQL that runs on this cluster listens, as it wrote into postmaster.pid; undefined while it takes no connections. */
export function addressOf(clusterDir) {
  try {
    const [, , , port, folder, host, , status] = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    return status?.trim() === 'ready' ? { host: folder || host, port: Number(port) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Stops a PostgreSQL that a killed Roost left running on this cluster. Whether it is one is asked of the system, never guessed from the
 * number in postmaster.pid: by now that number may belong to anybody.
 */
export async function stopOrphan(clusterDir, say) {
  const file = join(clusterDir, 'postmaster.pid');
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (isAlive(pid) && isPostgresOn(pid, clusterDir)) {
    say('Stopping a PostgreSQL that an earlier run left behind.');
    if (!(await endProcess(pid, () => isAlive(pid) && isPostgresOn(pid, clusterDir))))
      throw new StartProblem(
        `A PostgreSQL from an earlier run (process ${pid}) does not stop: end it by hand, then start again.`,
      );
  }
  // Its children leave by themselves once it is gone. Only then is the file worthless, and it has to go: the number in it may be another
  // process by now, or a dead one that nobody has taken off the list, and PostgreSQL would wait for either to end.
  if (!(await until(() => postgresProcessesOn(clusterDir).length === 0, 30_000)))
    throw new StartProblem(
      `Processes of a PostgreSQL from an earlier run are still at work on ${clusterDir} (${postgresProcessesOn(clusterDir).join(', ')}): end them by hand, then start again.`,
    );
  rmSync(file, { force: true });
}

/**
 * Starts postgres on the cluster and resolves when it takes connections. Where its predecessor was killed, that one's children may hold its
 * memory for a moment longer; PostgreSQL refuses until they are gone, and so this waits for them.
 * @returns {Promise<{ pid: number, ended: Promise<void>, stop(): Promise<void> }>}
 */
export async function startServer(options) {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (!/shared memory block .* is still in use/.test(error.message) || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function startOnce({ dataDir, clusterDir, binaries, identity, address, overrides }) {
  const logFile = join(dataDir, 'postgres.log');
  const { log, size } = openLog(logFile, dataDir);
  const options = { ...settings, ...listen(address), ...overrides };
  const args = ['-D', clusterDir, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn(join(binaries, 'bin', 'postgres'), args, {
    ...identity,
    cwd: '/',
    // A group of its own: Ctrl-C in the terminal is for us, who let the server finish first.
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH ?? '', TZ: 'UTC' },
  });
  closeSync(log);
  const ended = new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let over = false;
  void ended.then(() => (over = true));
  await until(() => over || isReady(clusterDir, child.pid), 120_000);
  if (over || !isReady(clusterDir, child.pid)) {
    child.kill('SIGQUIT');
    await ended;
    throw postgresProblem(readFileSync(logFile).subarray(size).toString('utf8'), { folder: dataDir, logFile });
  }
  const dismiss = leash(child.pid, clusterDir);
  void ended.then(dismiss);
  const stop = async () => {
    if (!over) await endProcess(child.pid, () => !over);
    await ended;
  };
  return { pid: child.pid, ended, stop };
}

/** Fast shutdown (clients are cut, everything is written), and the immediate one when that takes too long; the next start recovers then. */
async function endProcess(pid, isStill) {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]) {
    if (!isStill()) return true;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code === 'ESRCH') return true;
      throw new StartProblem(
        `PostgreSQL (process ${pid}) runs as another user and cannot be stopped from here: stop the Roost that started it.`,
      );
    }
    if (await until(() => !isStill(), patience)) return true;
  }
  return false;
}

/** The last line of postmaster.pid says "ready" from the moment connections are taken. */
function isReady(clusterDir, pid) {
  try {
    const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function listen({ host, port }) {
  return host.startsWith('/')
    ? { listen_addresses: '', unix_socket_directories: host, unix_socket_permissions: '0700', port }
    : { listen_addresses: host, unix_socket_directories: '', port };
}

function openLog(logFile, dataDir) {
  try {
    if (existsSync(logFile) && statSync(logFile).size > keptLogBytes) renameSync(logFile, `${logFile}.1`);
    const log = openSync(logFile, 'a', 0o600);
    return { log, size: statSync(logFile).size };
  } catch (error) {
    throw fileProblem(error, dataDir);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
