// `npm test`: everything. Unit, property, API, socket and tool tests under jest, then the journeys in a real Chromium. Runs on a bare Node 20.20
// in a fresh clone. `npm test -- <path or jest option>` runs jest alone with those.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainChromium } from './lib/chromium.mjs';
import { countJest, countPlaywright, noResult, sum, summaryLine } from './lib/test-counts.mjs';
import { ensureBuilt, ensureInstalled, pinnedNode, root, scriptEnv } from './lib/workspace.mjs';

const say = (line) => console.log(line);
const wanted = process.argv.slice(2);
/** Where the journeys may keep their configuration. */
const journeys =
  ['test/journeys', 'test', '.'].map((folder) => join(root, folder)).find(hasConfig) ?? join(root, 'test/journeys');
const results = mkdtempSync(join(tmpdir(), 'roost-results-'));

function jest() {
  const file = join(results, 'jest.json');
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
  ];
  run([...args, '--ci', '--json', `--outputFile=${file}`, ...wanted]);
  return existsSync(file) ? countJest(read(file)) : noResult;
}

function playwright() {
  const file = join(results, 'journeys.json');
  const args = [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--config', journeys, '--reporter=list,json'];
  run(args, { ROOST_CHROMIUM: obtainChromium(say, root), PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  return existsSync(file) ? countPlaywright(read(file)) : noResult;
}

function hasConfig(folder) {
  return ['ts', 'mts', 'js', 'mjs'].some((end) => existsSync(join(folder, `playwright.config.${end}`)));
}

/** Standard output of the runners would repeat their JSON; what a person reads goes to standard error in jest and to both in Playwright. */
function run(args, env = {}) {
  spawnSync(pinnedNode, args, {
    cwd: root,
    env: scriptEnv({ FORCE_COLOR: process.env.FORCE_COLOR ?? '0', ...env }),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function part(title, work) {
  const start = Date.now();
  let count = noResult;
  try {
    count = await work();
  } catch (error) {
    console.error(error.message);
  }
  say(`${title}: ${summaryLine(count)} in ${Math.round((Date.now() - start) / 1000)} s`);
  return count;
}

const counts = [];
try {
  await ensureInstalled(say);
  await ensureBuilt(say);
  counts.push(await part('Unit, property, API and tool tests', jest));
  if (wanted.length === 0) counts.push(await part('Journeys in Chromium', playwright));
} catch (error) {
  console.error(error.message);
  counts.push(noResult);
} finally {
  rmSync(results, { recursive: true, force: true });
}
const total = sum(counts);
say(summaryLine(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
