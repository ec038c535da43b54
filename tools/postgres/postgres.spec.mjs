import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { obtainBinaries } from './binaries.mjs';
import { chooseIdentity } from './identity.mjs';
import { connectPostgres, startPostgres } from './postgres.mjs';
import { fileProblem, postgresProblem } from './problems.mjs';
import { isAlive, until } from './processes.mjs';

const quick = { fsync: 'off' };
const undo = [];

afterEach(async () => {
  while (undo.length > 0) await undo.pop()();
});

function newFolder(prefix = 'roost-pg-') {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o755);
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function start(dataDir, options = {}) {
  const postgres = await startPostgres({ dataDir, settings: quick, ...options });
  undo.push(() => postgres.stop());
  return postgres;
}

async function ask(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = (dataDir) => Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);

describe('our own PostgreSQL', () => {
  it('makes a cluster with checksums and UTF-8, an owner and an application that owns nothing', async () => {
    const dataDir = newFolder();
    const { ownerUrl, appUrl } = await start(dataDir);

    expect(
      await ask(
        ownerUrl,
        "select current_setting('data_checksums') as sums, current_setting('server_encoding') as encoding, current_setting('listen_addresses') as open, lower('ÉTÉ') as lower",
      ),
    ).toEqual([{ sums: 'on', encoding: 'UTF8', open: '', lower: 'été' }]);
    expect(
      await ask(
        appUrl,
        "select rolname, rolsuper, pg_has_role('roost_app', 'member') as member from pg_roles where rolname = current_user",
      ),
    ).toEqual([{ rolname: 'roost_app_login', rolsuper: false, member: true }]);
    await expect(ask(appUrl, 'create table mine (id int)')).rejects.toThrow('permission denied');
    expect(statSync(join(dataDir, 'postgres-passwords.json')).mode & 0o777).toBe(0o600);
  });

  it('keeps what was written when it is stopped and started again', async () => {
    const dataDir = newFolder();
    const first = await startPostgres({ dataDir, settings: quick });
    await ask(first.ownerUrl, "create table kept as select 'bonjour' as word");
    await first.stop();
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);

    const second = await start(dataDir);
    expect(await ask(second.ownerUrl, 'select word from kept')).toEqual([{ word: 'bonjour' }]);
  });

  it('is joined by a second command while it runs, and not stopped by it', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    const joined = await connectPostgres({ dataDir });
    await joined.stop();
    expect(joined.appUrl).toBe(first.appUrl);
    expect(await ask(first.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('listens on the loopback interface when the path is too long for a socket', async () => {
    const dataDir = join(newFolder(), 'a'.repeat(60), 'b'.repeat(40));
    const { appUrl, ownerUrl } = await start(dataDir);
    expect(new URL(appUrl).hostname).toBe('127.0.0.1');
    expect(await ask(ownerUrl, "select current_setting('listen_addresses') as open")).toEqual([{ open: '127.0.0.1' }]);
    await expect(ask(appUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('gives the roles new passwords when the file that held them is lost', async () => {
    const dataDir = newFolder();
    const first = await startPostgres({ dataDir, settings: quick });
    await first.stop();
    rmSync(join(dataDir, 'postgres-passwords.json'));

    const second = await start(dataDir);
    expect(second.ownerUrl).not.toBe(first.ownerUrl);
    expect(await ask(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('after a crash', () => {
  it('starts PostgreSQL again when it is killed, and connections work as before', async () => {
    const dataDir = newFolder();
    let restarts = 0;
    const { appUrl } = await start(dataDir, { onRestart: () => (restarts += 1) });
    process.kill(pidOf(dataDir), 'SIGKILL');

    const answers = () =>
      ask(appUrl, 'select 1').then(
        () => restarts > 0,
        () => false,
      );
    expect(await until(answers, 20_000)).toBe(true);
    expect(restarts).toBe(1);
  });

  it('stops a PostgreSQL that a killed Roost left on the same data, and takes over', async () => {
    const dataDir = newFolder();
    const first = await startPostgres({ dataDir, settings: quick });
    await first.stop();
    const clusterDir = join(dataDir, 'postgres');
    const identity = chooseIdentity(clusterDir);
    const program = join(obtainBinaries(identity, dataDir), 'bin/postgres');
    const orphan = spawn(program, ['-D', clusterDir, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${dataDir}/run`], {
      ...identity,
      stdio: 'ignore',
    });
    const ready = () =>
      existsSync(join(clusterDir, 'postmaster.pid')) &&
      readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').includes('ready');
    expect(await until(ready, 20_000)).toBe(true);

    const { appUrl } = await start(dataDir);
    expect(await until(() => !isAlive(orphan.pid), 5_000)).toBe(true);
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('ends no process that merely got the number in a stale postmaster.pid', async () => {
    const dataDir = newFolder();
    const first = await startPostgres({ dataDir, settings: quick });
    await first.stop();
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    undo.push(() => bystander.kill('SIGKILL'));
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), `${bystander.pid}\n${dataDir}/postgres\n1\n5432\n\n\n\nready\n`);

    const { appUrl } = await start(dataDir);
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isAlive(bystander.pid)).toBe(true);
  });

  it('ends with the process that started it, even when that one is killed', async () => {
    const dataDir = newFolder();
    const module = pathToFileURL(join(import.meta.dirname, 'postgres.mjs')).href;
    const script = `const { startPostgres } = await import(${JSON.stringify(module)}); await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, settings: { fsync: 'off' } }); console.log('up');`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => owner.stdout.once('data', resolve));
    const pid = pidOf(dataDir);
    owner.kill('SIGKILL');
    expect(await until(() => !isAlive(pid), 15_000)).toBe(true);

    const { appUrl } = await start(dataDir);
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('forgets what a broken-off first start left half-made', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'postgres.new'));
    writeFileSync(join(dataDir, 'postgres.new/PG_VERSION'), '18\n');
    const { appUrl } = await start(dataDir);
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
  });
});

describe('a start that cannot succeed says what to do', () => {
  it('when the data was written by another major version', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n');
    await expect(startPostgres({ dataDir })).rejects.toThrow(
      /was written by PostgreSQL 17 and this Roost brings PostgreSQL 18: .*ROOST_DATA_DIR/,
    );
    expect(existsSync(join(dataDir, 'roost.lock'))).toBe(false);
  });

  it('when another Roost runs on the folder', async () => {
    const dataDir = newFolder();
    await start(dataDir);
    await expect(startPostgres({ dataDir })).rejects.toThrow(/Roost is running already on .* stop that one first/);
  });

  it('when a file lies where the folder belongs', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(startPostgres({ dataDir: join(folder, 'file/data') })).rejects.toThrow(/a file is in its way: move it/);
  });

  it.each([
    ['EACCES', /cannot write to \/x: .*ROOST_DATA_DIR/],
    ['EROFS', /cannot write to \/x: .*ROOST_DATA_DIR/],
    ['ENOSPC', /disk that holds \/x is full: free some space/],
  ])('when the system answers %s', (code, sentence) => {
    expect(fileProblem(Object.assign(new Error(), { code }), '/x').message).toMatch(sentence);
  });

  it('when PostgreSQL itself finds the disk full, or gives another reason', () => {
    const at = { folder: '/x', logFile: '/x/postgres.log' };
    expect(postgresProblem('FATAL:  could not write to file: No space left on device', at).message).toMatch(
      /disk that holds \/x is full/,
    );
    expect(postgresProblem('2026 [1] FATAL:  lock file "postmaster.pid" is odd', at).message).toMatch(
      /is odd.*read \/x\/postgres.log/,
    );
  });
});
