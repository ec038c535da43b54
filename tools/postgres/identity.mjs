import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartProblem } from './problems.mjs';

const serviceName = 'roost';

/**
 * As whom PostgreSQL runs: `{ uid, gid, name }`, or undefined for "as ourselves". PostgreSQL refuses to run as root,
 * so root hands it to the owner of the cluster that is there, else to the system user `roost`, made when there is none.
 * @param {string} clusterDir decides when it exists: files must stay with the user who wrote them
 */
export function chooseIdentity(clusterDir) {
  if (!process.getuid) return undefined;
  const self = process.getuid();
  const owner = existsSync(clusterDir) ? statSync(clusterDir).uid : undefined;
  if (self !== 0) {
    if (owner !== undefined && owner !== self) throw new StartProblem(notOurs(clusterDir, owner));
    return undefined;
  }
  if (owner) return identityOfUid(owner) ?? { uid: owner, gid: statSync(clusterDir).gid, name: String(owner) };
  return identityOfName(serviceName) ?? makeServiceUser() ?? identityOfName('nobody') ?? noIdentity();
}

/** Whether that user can read and enter `path`, through every folder above it. Asked of the system itself, so ACLs count too. */
export function canReach(identity, path) {
  if (!identity) return true;
  return shellTest(identity, '[ -x "$1" ] && [ -r "$1" ]', path);
}

/** Whether that user can pass through `path` and all folders above it on the way to something below. */
export function canPass(identity, path) {
  return !identity || shellTest(identity, '[ -x "$1" ]', path);
}

/** The nearest folder of `path` that is there already, `path` itself included. */
export function nearestExisting(path) {
  let folder = path;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function shellTest({ uid, gid }, condition, path) {
  return spawnSync('/bin/sh', ['-c', condition, 'sh', path], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

function makeServiceUser() {
  const attempts = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', serviceName],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', serviceName]],
  ];
  for (const [command, args] of attempts) {
    const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin:/usr/bin:/bin` };
    spawnSync(command, args, { stdio: 'ignore', env });
    const made = identityOfName(serviceName);
    if (made) return made;
  }
  return undefined;
}

function noIdentity() {
  throw new StartProblem(
    'PostgreSQL does not run as root and no user "roost" could be made: make one (useradd --system roost), or start Roost as an ordinary user.',
  );
}

function notOurs(clusterDir, owner) {
  const name = identityOfUid(owner)?.name ?? `the user with number ${owner}`;
  return `${clusterDir} belongs to ${name}: start Roost as ${name}, or set ROOST_DATA_DIR to a folder of your own.`;
}

function identityOfName(name) {
  return accounts().find((account) => account.name === name && account.uid !== 0);
}

function identityOfUid(uid) {
  return accounts().find((account) => account.uid === uid);
}

function accounts() {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}
