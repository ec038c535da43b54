import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { judgeAudit } from './audit.mjs';
import { findRawColours } from './colours.mjs';
import { findLooseReminders } from './comments.mjs';
import { findBadNames } from './file-names.mjs';
import { findBadLicences } from './licences.mjs';
import { findAddresses, findDuplicates, findUnsealed } from './lockfile.mjs';
import { findMissingPlatforms } from './platform-packages.mjs';
import { findTagFaults, readProjects } from './project-tags.mjs';
import { repositoryFiles } from './repository-files.mjs';

const root = resolve(import.meta.dirname, '../..');
const projects = readProjects(root);
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const shipped = projects.filter(({ tags }) => !tags.includes('layer:test')).map(({ at }) => at);

/** A step answers with what it found; nothing found is a pass, `undefined` means that it could not look. */
const steps = [
  ['format', 'Format: prettier would change nothing', () => tool('prettier', '--check', '--log-level', 'warn', '.')],
  ['lint', 'Lint: ESLint with types, per project', () => tool('nx', 'run-many', '-t', 'lint')],
  ['types', 'Types: the compiler agrees', () => tool('nx', 'run-many', '-t', 'types')],
  ['boundaries', 'Boundaries: floors, rooms, sides, no cycles', boundaries],
  ['unused', 'Unused: files, exports, dependencies', () => tool('knip', '--no-progress', '--no-config-hints')],
  ['names', 'Names: files in kebab-case', () => findBadNames(repositoryFiles(root))],
  ['comments', 'Comments: a reminder names its issue', () => findLooseReminders(repositoryFiles(root))],
  ['colours', 'Colours: tokens only', () => findRawColours(repositoryFiles(root))],
  ['lockfile', 'Lockfile: no addresses, all sealed, complete, one version each', lockfile],
  ['licences', 'Licences: what ships may ship', () => findBadLicences(root, lock, shipped)],
  ['audit', 'Audit: no known grave fault', audit],
];

function tool(name, ...args) {
  const bin = join(root, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NX_DAEMON: 'false', FORCE_COLOR: '0' };
  const { status, stdout, stderr, error } = spawnSync(join(bin, name), args, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return [];
  return [
    stripVTControlCharacters(`${stdout ?? ''}${stderr ?? ''}`).trim() || `${name}: ${error?.message ?? `exit code ${status}`}`,
  ];
}

function boundaries() {
  const folders = [...projects.map(({ at }) => at), 'migrations'];
  return [
    ...findTagFaults(projects),
    ...tool('depcruise', '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', ...folders),
  ];
}

function lockfile() {
  return [...findAddresses(lock), ...findUnsealed(lock), ...findDuplicates(lock, shipped), ...findMissingPlatforms(lock)];
}

function audit() {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev', '--fetch-retries=0', '--fetch-timeout=10000'], {
    cwd: root,
    encoding: 'utf8',
  });
  return judgeAudit(stdout ?? '');
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some(([step]) => step === name));
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}; there are ${steps.map(([name]) => name).join(', ')}.`);
  process.exit(1);
}

let passed = 0;
let failed = 0;
for (const [name, title, look] of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  const findings = look();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (findings === undefined) {
    console.log(`- ${title}: skipped, the registry gave no answer (${seconds} s)`);
  } else if (findings.length === 0) {
    passed += 1;
    console.log(`✓ ${title} (${seconds} s)`);
  } else {
    failed += 1;
    console.log(`✗ ${title} (${seconds} s)\n\n${findings.join('\n')}\n`);
  }
}
console.log(`\nChecks: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
