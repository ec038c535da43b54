import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../postgres/postgres.mjs';

const leave = new URL('./leave-with-parent.mjs', import.meta.url).href;
/** npm passes a Ctrl-C on to us that the terminal has sent us already; a person's second one comes later. */
const echoMs = 700;
const drainMs = 30_000;

/**
 * Runs PostgreSQL (unless `env.DATABASE_URL` names one) and the server, and stops them in order: server first, so that requests under way
 * still find their database.
 * @param {{ node: string, main: string, dataDir: string, env: Record<string, string | undefined>, say: (line: string) => void,
 *   before?: string[], args?: string[], signals?: import('node:events').EventEmitter }} options
 *   `before` is a program of ours with its arguments that runs to its end before the server starts; when it fails, so does the start
 * @returns {Promise<number>} the exit code
 */
export async function supervise({ node, main, dataDir, env, say, before, args = [], signals = process }) {
  let stopping = false;
  let current;
  let lastSignal = 0;
  let postgres;
  const onSignal = (signal) => {
    if (Date.now() - lastSignal < echoMs) return;
    lastSignal = Date.now();
    if (!stopping) {
      stopping = true;
      say('Stopping: requests under way are finished, then the database is closed. (Ctrl-C again: at once.)');
      current?.kill('SIGTERM');
      return;
    }
    say(`Stopping at once (${signal}).`);
    current?.kill('SIGKILL');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) signals.on(signal, onSignal);
  try {
    const childEnv = { ...env, ROOST_DATA_DIR: dataDir };
    if (!env.DATABASE_URL) {
      postgres = await startPostgres({ dataDir, say, onRestart: () => say('PostgreSQL ended unexpectedly; starting it again.') });
      Object.assign(childEnv, { DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl });
    }
    if (!stopping && before) {
      current = startProgram(node, before, childEnv);
      const { code } = await ended(current, () => stopping);
      if (code !== 0) return stopping ? 0 : 1;
    }
    if (stopping) return 0;
    current = startProgram(node, [...args, '--import', leave, main], childEnv);
    postgres?.note(current.pid);
    void postgres?.failed.then((problem) => {
      say(problem.message);
      current.kill('SIGTERM');
    });
    const { code, signal } = await ended(current, () => stopping);
    if (stopping) return 0;
    if (signal) say(`The server was ended by ${signal}. Start Roost again; nothing that was acknowledged is lost.`);
    return code === 0 || code === null ? 1 : code;
  } finally {
    if (postgres) {
      await postgres.stop();
      if (stopping) say('Stopped. The database is closed.');
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) signals.off(signal, onSignal);
  }
}

/** A group of its own: a Ctrl-C in the terminal reaches only the supervisor, which stops everything in order. */
function startProgram(node, args, env) {
  return spawn(node, args, {
    env,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Waits for the end of the server, and insists when it does not drain in time. */
async function ended(server, isStopping) {
  let insist;
  const poll = setInterval(() => {
    if (isStopping() && !insist) insist = setTimeout(() => server.kill('SIGKILL'), drainMs);
  }, 100);
  const end = await new Promise((resolve) => {
    server.once('error', () => resolve({ code: 1, signal: null }));
    server.once('exit', (code, signal) => resolve({ code, signal }));
  });
  clearInterval(poll);
  clearTimeout(insist);
  return end;
}
