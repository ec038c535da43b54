import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileProblem, postgresProblem, StartProblem } from './problems.mjs';
import { installedMajor } from './binaries.mjs';

export const ownerRole = 'roost_owner';
export const appRole = 'roost_app_login';
const enoughSpace = 200 * 1024 * 1024;

/** Makes the data folder; others may pass through to their own files in it (PostgreSQL's user must), but not list it. */
export function makeDataDir(dataDir) {
  try {
    if (!existsSync(dataDir)) {
      mkdirSync(dataDir, { recursive: true });
      chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
    const { bavail, bsize } = statfsSync(dataDir);
    if (bavail * bsize < enoughSpace && !existsSync(join(dataDir, 'postgres')))
      throw Object.assign(new Error(), { code: 'ENOSPC' });
  } catch (error) {
    throw fileProblem(error, dataDir);
  }
}

/** The passwords of the two roles, made on first use and kept in a file that only its owner reads. */
export function obtainSecrets(dataDir) {
  const file = join(dataDir, 'postgres-passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secrets = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') };
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return { ...secrets, fresh: true };
}

/** Refuses a cluster that another major version of PostgreSQL wrote: this one cannot read it. */
export function checkMajor(clusterDir) {
  const file = join(clusterDir, 'PG_VERSION');
  const there = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'an unknown version';
  const ours = installedMajor();
  if (there !== ours)
    throw new StartProblem(
      `The data in ${clusterDir} was written by PostgreSQL ${there} and this Roost brings PostgreSQL ${ours}: start the Roost that wrote it and make a backup to restore here, or set ROOST_DATA_DIR to an empty folder.`,
    );
}

/** Runs initdb into a folder beside the final one and moves it there when complete, so a cluster is whole or not there. */
export function createCluster({ dataDir, clusterDir, binaries, identity, secrets, durable }) {
  const unfinished = `${clusterDir}.new`;
  const passwordFile = join(dataDir, `.initdb-${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, `${secrets.owner}\n`, { mode: 0o600 });
    if (identity) for (const path of [unfinished, passwordFile]) chownSync(path, identity.uid, identity.gid);
    let output = '';
    for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
      const result = initdb(join(binaries, 'bin', 'initdb'), { unfinished, passwordFile, locale, identity, durable });
      if (result.status === 0) {
        renameSync(unfinished, clusterDir);
        return;
      }
      output = `${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`;
      if (!/invalid locale/.test(output)) break;
    }
    throw postgresProblem(output, { folder: dataDir });
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw fileProblem(error, dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Gives the owner the password of `secrets` without knowing the old one, for a cluster whose password file was lost. */
export function resetOwnerPassword({ clusterDir, binaries, identity, secrets }) {
  const result = spawnSync(join(binaries, 'bin', 'postgres'), ['--single', '-D', clusterDir, 'postgres'], {
    ...identity,
    cwd: '/',
    encoding: 'utf8',
    input: `ALTER ROLE ${ownerRole} PASSWORD '${secrets.owner}'\n`,
  });
  if (result.status !== 0) throw postgresProblem(`${result.stdout}${result.stderr}`, { folder: clusterDir });
}

/**
 * Collation is the built-in C.UTF-8 (same order on every machine, no index to rebuild after an upgrade of the system's libraries), while
 * LC_CTYPE also names UTF-8: the text search parser still asks it what a letter is, and under "C" it would take every emoji for one.
 */
function initdb(program, { unfinished, passwordFile, locale, identity, durable }) {
  const args = [
    `--pgdata=${unfinished}`,
    `--username=${ownerRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--lc-messages=C',
    '--data-checksums',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  return spawnSync(program, args, {
    ...identity,
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LC_ALL: locale, TZ: 'UTC' },
  });
}
