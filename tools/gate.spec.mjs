import { afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folders = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs the gate in a checkout whose check and tests end as told. */
function gate({ check = 0, tests, code = 0 }) {
  const folder = mkdtempSync(join(tmpdir(), 'roost-gate-'));
  folders.push(folder);
  mkdirSync(join(folder, 'tools'));
  cpSync(resolve(import.meta.dirname, '../.ci'), join(folder, '.ci'), { recursive: true });
  writeFileSync(join(folder, 'tools/install.mjs'), '');
  writeFileSync(join(folder, 'tests.cjs'), `console.log(${JSON.stringify(tests)}); process.exit(${code});`);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'toy', scripts: { check: `node -e "process.exit(${check})"`, test: 'node tests.cjs' } }),
  );
  const { status, stdout } = spawnSync(join(folder, '.ci/run'), { encoding: 'utf8', env: { ...process.env, CI: 'true' } });
  return { status, last: stdout.trimEnd().split('\n').pop() };
}

describe('.ci/run', () => {
  it('passes when everything passes, and counts the check as one', () => {
    expect(gate({ tests: 'API tests: 4 passed, 0 failed in 3 s\n9 passed, 0 failed' })).toEqual({
      status: 0,
      last: '10 passed, 0 failed',
    });
  });

  it('fails when the check fails', () => {
    expect(gate({ check: 1, tests: '9 passed, 0 failed' })).toEqual({ status: 1, last: '9 passed, 1 failed' });
  });

  it('fails when a test fails', () => {
    expect(gate({ tests: '9 passed, 2 failed', code: 1 })).toEqual({ status: 1, last: '10 passed, 2 failed' });
  });

  it('fails when the tests end without a result, or with success on their lips and a code that says otherwise', () => {
    expect(gate({ tests: 'Segmentation fault', code: 139 })).toEqual({ status: 1, last: '1 passed, 1 failed' });
    expect(gate({ tests: '9 passed, 0 failed', code: 1 })).toEqual({ status: 1, last: '10 passed, 1 failed' });
  });
});
