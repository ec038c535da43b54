import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { obtainBinaries } from './binaries.mjs';
import { appRole, checkMajor, createCluster, makeDataDir, obtainSecrets, ownerRole, resetOwnerPassword } from './cluster.mjs';
import { canPass, chooseIdentity } from './identity.mjs';
import { fileProblem, StartProblem } from './problems.mjs';
import { holderOf, takeLock } from './lock.mjs';
import { prepareDatabase } from './roles.mjs';
import { addressOf, chooseAddress, startServer, stopOrphan } from './server.mjs';

/**
 * Starts Roost's own PostgreSQL 18 on a data folder, making the cluster, the database `roost` and its roles on first use.
 * Why the binaries are driven directly stands in docs/decisions/0002-embedded-postgresql.md; the types stand in postgres.d.mts.
 */
export async function startPostgres({ dataDir: wanted, settings = {}, say = () => undefined, onRestart = () => undefined }) {
  const dataDir = resolve(wanted);
  const clusterDir = join(dataDir, 'postgres');
  makeDataDir(dataDir);
  const lock = await takeLock(dataDir, say);
  try {
    const identity = chooseIdentity(clusterDir);
    if (!canPass(identity, dataDir)) throw new StartProblem(outOfReach(dataDir, identity));
    if (existsSync(clusterDir)) checkMajor(clusterDir);
    const binaries = obtainBinaries(identity, dataDir);
    const secrets = obtainSecrets(dataDir);
    const durable = settings.fsync !== 'off';
    if (!existsSync(clusterDir)) {
      say('Making a new PostgreSQL database cluster.');
      createCluster({ dataDir, clusterDir, binaries, identity, secrets, durable });
    } else {
      await stopOrphan(clusterDir, say);
      if (secrets.fresh) resetOwnerPassword({ clusterDir, binaries, identity, secrets });
    }
    const address = await chooseAddress(dataDir, identity);
    const start = () => startServer({ dataDir, clusterDir, binaries, identity, address, overrides: settings });
    const keeper = keepRunning(await start(), start, onRestart);
    const urls = urlsOf(address, secrets);
    const stop = async () => {
      await keeper.stop();
      lock.release();
    };
    try {
      await prepareDatabase(urls, secrets);
    } catch (error) {
      await stop();
      throw error;
    }
    return { ...urls, dataDir, identity, stop, failed: keeper.failed, note: lock.note };
  } catch (error) {
    lock.release();
    throw fileProblem(error, dataDir);
  }
}

/** Joins the PostgreSQL of a Roost that runs on this data folder, or starts one for the caller's own time. */
export async function connectPostgres({ dataDir: wanted, say }) {
  const dataDir = resolve(wanted);
  const address = existsSync(join(dataDir, 'postgres')) && holderOf(dataDir) ? addressOf(join(dataDir, 'postgres')) : undefined;
  if (!address) return startPostgres({ dataDir, say });
  return { ...urlsOf(address, obtainSecrets(dataDir)), dataDir, stop: () => Promise.resolve() };
}

/** Starts a PostgreSQL again that ended unasked; `failed` resolves with the reason when that does not help. */
function keepRunning(first, start, onRestart) {
  let current = first;
  let stopping = false;
  let restarting = Promise.resolve();
  let recent = [];
  let fail;
  const failed = new Promise((resolvePromise) => (fail = resolvePromise));
  const watch = () => void current.ended.then(() => (stopping ? undefined : (restarting = again())));
  const again = async () => {
    recent = [...recent.filter((at) => Date.now() - at < 60_000), Date.now()];
    if (recent.length > 5)
      return fail(
        new StartProblem('PostgreSQL ended six times within a minute: read postgres.log in the data folder for the reason.'),
      );
    onRestart();
    try {
      current = await start();
      watch();
    } catch (error) {
      // Processes of the ended server may hold its shared memory for a moment longer; then the next attempt finds it free.
      await new Promise((resolvePromise) => setTimeout(resolvePromise, 500));
      if (stopping) return undefined;
      return recent.length >= 5 ? fail(error) : again();
    }
  };
  watch();
  return {
    failed,
    stop: async () => {
      stopping = true;
      await restarting;
      await current.stop();
    },
  };
}

function urlsOf(address, secrets) {
  return {
    ownerUrl: url(ownerRole, secrets.owner, address, 'roost'),
    appUrl: url(appRole, secrets.app, address, 'roost'),
    superUrl: url(ownerRole, secrets.owner, address, 'postgres'),
  };
}

/** A socket's folder goes into the host part, percent-encoded: a form that both `URL` and every PostgreSQL client read. */
function url(role, password, { host, port }, database) {
  return `postgresql://${role}:${password}@${encodeURIComponent(host)}:${port}/${database}`;
}

function outOfReach(dataDir, identity) {
  return `PostgreSQL runs as the user "${identity.name}", who cannot reach ${dataDir}: open the way (chmod o+x on that folder and those above it), or set ROOST_DATA_DIR to a folder outside closed ones, /var/lib/roost for example.`;
}
