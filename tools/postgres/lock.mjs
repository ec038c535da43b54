import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './problems.mjs';
import { birthOf, isAlive, until } from './processes.mjs';

/**
 * One Roost per data folder. The lock names its holder by number and time of birth, so one left by a killed process is recognised and
 * taken over. `note` records the server that belongs to the holder; a taker-over ends that server before it goes on.
 */
export async function takeLock(dataDir, say) {
  const file = join(dataDir, 'roost.lock');
  const mine = { pid: process.pid, birth: birthOf(process.pid) };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    while (!tryLink(draft, file)) await removeStale(file, dataDir, say);
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    note: (server) => {
      writeFileSync(draft, JSON.stringify({ ...mine, server: { pid: server, birth: birthOf(server) } }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release: () => {
      if (read(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** Who holds the data folder, or undefined when nobody alive does. */
export function holderOf(dataDir) {
  const holder = read(join(dataDir, 'roost.lock'));
  return holder && isSame(holder) ? holder : undefined;
}

async function removeStale(file, dataDir, say) {
  const holder = read(file);
  if (holder === undefined) return;
  if (isSame(holder))
    throw new StartProblem(
      `Roost is running already on ${dataDir} (process ${holder.pid}): stop that one first, or set ROOST_DATA_DIR to another folder.`,
    );
  if (holder.server && isSame(holder.server)) await endServer(holder.server, say);
  // Moved aside before it is removed: of two starts at once only one can move it, and each looks at what it moved.
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const moved = read(aside);
  if (moved && isSame(moved)) tryLink(aside, file);
  rmSync(aside, { force: true });
}

/** A server whose supervisor was killed ends by itself, see leave-with-parent.mjs; this waits for that and insists when needed. */
async function endServer({ pid, birth }, say) {
  say('Waiting for the server of an earlier run to end.');
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended in between, or belongs to somebody else; the next line tells.
    }
    if (await until(() => !isSame({ pid, birth }), 10_000)) return;
  }
  throw new StartProblem(`The server of an earlier run (process ${pid}) does not end: end it by hand, then start again.`);
}

function isSame({ pid, birth }) {
  return isAlive(pid) && birthOf(pid) === birth;
}

function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined when there is none; a broken one (the disk was full) counts as left by process 0, which is never alive to us. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return error.code === 'ENOENT' ? undefined : { pid: 0, birth: 'broken' };
  }
}
