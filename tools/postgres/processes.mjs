import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/** Whether a process with that number lives, ours or not. A zombie waits only for its parent, so it counts as gone. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return statFields(pid)?.[0] !== 'Z';
}

/**
 * Tells this process from a later one that got the same number: its start time in clock ticks and the machine's boot.
 * Undefined where the system does not say (no /proc).
 */
export function birthOf(pid) {
  const ticks = statFields(pid)?.[19];
  if (ticks === undefined) return undefined;
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`;
  } catch {
    return ticks;
  }
}

/** Whether that process is verifiably a PostgreSQL server on this very cluster; only then may we end it. */
export function isPostgresOn(pid, clusterDir) {
  const cluster = realpathSync(clusterDir);
  if (process.platform === 'linux') {
    try {
      const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
      return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      return false;
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return /postgres/.test(stdout ?? '') && (stdout.includes(clusterDir) || stdout.includes(cluster));
}

/** All processes of a PostgreSQL on this cluster, the ones that outlive a killed server for a moment included; only Linux lets us list them. */
export function postgresProcessesOn(clusterDir) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresOn(pid, clusterDir) && isAlive(pid));
}

/** Waits until `condition` holds; false when it did not within `ms`. */
export async function until(condition, ms) {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/**
 * A small watchman that asks `pid` to stop (SIGINT: PostgreSQL's fast shutdown) when this process ends in whatever way, so that even
 * `kill -9` leaves no PostgreSQL behind. It reads a pipe that only we hold open; the system closes it with our last breath.
 * @returns {() => void} dismisses the watchman
 */
export function leash(pid, clusterDir) {
  if (process.platform === 'win32') return () => undefined;
  const script = 'cat >/dev/null; [ ! -d /proc ] || [ "$(readlink "/proc/$1/cwd")" = "$2" ] || exit 0; kill -INT "$1"';
  const watchman = spawn('/bin/sh', ['-c', script, 'sh', String(pid), realpathSync(clusterDir)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchman.on('error', () => undefined);
  watchman.unref();
  watchman.stdin?.unref();
  return () => {
    try {
      process.kill(-watchman.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
}

/** The fields of /proc/<pid>/stat from the state on; what stands before may hold spaces and parentheses. */
function statFields(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
