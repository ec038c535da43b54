import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isAlive, until } from '../postgres/processes.mjs';

const pgModule = pathToFileURL(createRequire(import.meta.url).resolve('pg')).href;
const undo = [];

afterEach(async () => {
  while (undo.length > 0) await undo.pop()();
});

/** A server as ours is seen from outside: listens, and on SIGTERM still asks the database before it goes. */
const fakeServer = `
import { createServer } from 'node:http';
import { appendFileSync } from 'node:fs';
const { default: pg } = await import(${JSON.stringify(pgModule)});
const note = (line) => appendFileSync(process.env.NOTES, line + '\\n');
note('pid ' + process.pid);
note('database ' + process.env.DATABASE_URL);
if (!process.env.DEAF) process.on('SIGTERM', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  note('drained ' + (await client.query('select 42 as answer')).rows[0].answer);
  process.exit(0);
});
else process.on('SIGTERM', () => note('deaf'));
const server = createServer((_, response) => response.end('ok'));
server.on('error', (error) => { console.error('Port ' + error.port + ' is taken by another program.'); process.exit(1); });
server.listen(Number(process.env.PORT), '127.0.0.1', () => { note('listening'); console.log('ready'); });
`;

function setUp(env = {}, before = undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'roost-supervisor-'));
  chmodSync(folder, 0o755);
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'data');
  const notes = join(folder, 'notes');
  writeFileSync(join(folder, 'server.mjs'), fakeServer);
  const module = pathToFileURL(join(import.meta.dirname, 'supervisor.mjs')).href;
  writeFileSync(
    join(folder, 'run.mjs'),
    `import { supervise } from ${JSON.stringify(module)};
     process.exitCode = await supervise({ node: process.execPath, main: ${JSON.stringify(join(folder, 'server.mjs'))}, dataDir: ${JSON.stringify(dataDir)}, env: process.env, say: (line) => console.log(line), before: ${JSON.stringify(before)} });`,
  );
  const noted = () => (existsSync(notes) ? readFileSync(notes, 'utf8') : '');
  const run = () => {
    const child = spawn(process.execPath, [join(folder, 'run.mjs')], {
      env: { PATH: process.env.PATH, PORT: '0', NOTES: notes, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    undo.push(async () => {
      child.kill('SIGKILL');
      await ended;
    });
    return { child, ended, output: () => output };
  };
  const serverPid = () => Number(noted().match(/pid (\d+)\n(?![\s\S]*pid)/)?.[1]);
  const postgresPid = () => Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
  return { run, noted, serverPid, postgresPid, dataDir, isStopped: () => !existsSync(join(dataDir, 'postgres/postmaster.pid')) };
}

const listening = (setting) => until(() => setting.noted().includes('listening'), 20_000);

describe('npm start, once everything is built', () => {
  it.each(['SIGTERM', 'SIGINT'])('on %s lets the server finish, then closes the database, and succeeds', async (signal) => {
    const setting = setUp();
    const { child, ended } = setting.run();
    expect(await listening(setting)).toBe(true);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(setting.noted()).toContain('drained 42');
    expect(setting.isStopped()).toBe(true);
    expect(existsSync(join(setting.dataDir, 'roost.lock'))).toBe(false);
  });

  it('ends a server that does not finish when it is asked a second time', async () => {
    const setting = setUp({ DEAF: '1' });
    const { child, ended, output } = setting.run();
    expect(await listening(setting)).toBe(true);
    child.kill('SIGINT');
    expect(await until(() => setting.noted().includes('deaf'), 5_000)).toBe(true);
    expect(child.exitCode).toBe(null);
    const again = () => {
      child.kill('SIGINT');
      return output().includes('Stopping at once');
    };
    expect(await until(again, 5_000)).toBe(true);
    expect(await ended).toBe(0);
    expect(setting.isStopped()).toBe(true);
  });

  it('passes on why the server could not start, with code 1, and leaves no database running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    undo.push(() => other.close());
    const setting = setUp({ PORT: String(other.address().port) });
    const { ended, output } = setting.run();
    expect(await ended).toBe(1);
    expect(output()).toContain(`Port ${other.address().port} is taken by another program.`);
    expect(setting.isStopped()).toBe(true);
  });

  it('closes the database when the server is killed', async () => {
    const setting = setUp();
    const { ended, output } = setting.run();
    expect(await listening(setting)).toBe(true);
    process.kill(setting.serverPid(), 'SIGKILL');
    expect(await ended).toBe(1);
    expect(output()).toContain('SIGKILL');
    expect(setting.isStopped()).toBe(true);
  });

  it('starts a killed PostgreSQL again under a server that lives on', async () => {
    const setting = setUp();
    const { child, ended, output } = setting.run();
    expect(await listening(setting)).toBe(true);
    const killed = setting.postgresPid();
    process.kill(killed, 'SIGKILL');
    expect(await until(() => !setting.isStopped() && setting.postgresPid() !== killed, 20_000)).toBe(true);
    expect(output()).toContain('starting it again');
    expect(isAlive(setting.serverPid())).toBe(true);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('recovers by itself after everything was killed', async () => {
    const setting = setUp();
    const first = setting.run();
    expect(await listening(setting)).toBe(true);
    const server = setting.serverPid();
    for (const pid of [first.child.pid, server, setting.postgresPid()]) process.kill(pid, 'SIGKILL');
    await first.ended;

    const second = setting.run();
    expect(await until(() => setting.noted().split('listening').length === 3, 20_000)).toBe(true);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('leaves neither server nor database behind when only the watcher is killed', async () => {
    const setting = setUp();
    const { child } = setting.run();
    expect(await listening(setting)).toBe(true);
    const [server, postgres] = [setting.serverPid(), setting.postgresPid()];
    child.kill('SIGKILL');
    expect(await until(() => !isAlive(server) && !isAlive(postgres), 20_000)).toBe(true);
  });

  it('fills the database before the server starts, and starts no server when that fails', async () => {
    const fill = (code) => ['-e', `require('fs').appendFileSync(process.env.NOTES, 'filled\\n'); process.exit(${code})`];
    const good = setUp({}, fill(0));
    const { child, ended } = good.run();
    expect(await listening(good)).toBe(true);
    expect(good.noted()).toMatch(/^filled\npid/);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);

    const bad = setUp({}, fill(3));
    expect(await bad.run().ended).toBe(1);
    expect(bad.noted()).toBe('filled\n');
    expect(bad.isStopped()).toBe(true);
  });

  it('starts no PostgreSQL of its own when DATABASE_URL names one', async () => {
    const setting = setUp({ DATABASE_URL: 'postgresql://somebody@db.example/roost', DEAF: '1' });
    const { child, ended } = setting.run();
    expect(await listening(setting)).toBe(true);
    expect(setting.noted()).toContain('database postgresql://somebody@db.example/roost');
    expect(existsSync(setting.dataDir)).toBe(false);
    process.kill(setting.serverPid(), 'SIGKILL');
    expect(await ended).toBe(1);
    expect(child.exitCode).toBe(1);
  });
});
