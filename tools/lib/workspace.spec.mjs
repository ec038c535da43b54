import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fingerprint, lockfileSum, needsBuild, needsInstall, writeStamp } from './workspace.mjs';

const folders = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function put(file, text = '') {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function workspace() {
  const at = mkdtempSync(join(tmpdir(), 'roost-workspace-'));
  folders.push(at);
  const files = [
    'apps/server/src/main.ts',
    'libs/text/src/index.ts',
    'migrations/1.ts',
    'nx.json',
    'package-lock.json',
    'tsconfig.base.json',
  ];
  for (const file of files) put(join(at, file), 'old');
  return at;
}

function installed(at) {
  put(join(at, 'node_modules/.bin/node'));
  writeStamp(at, 'installed', lockfileSum(at));
}

function built(at) {
  for (const file of ['apps/server/dist/src/main.js', 'apps/server/dist/migrations/1.js', 'apps/web/dist/index.html'])
    put(join(at, file));
  writeStamp(at, 'built', fingerprint(at));
}

describe('npm start installs', () => {
  it('in a fresh clone, and not a second time', () => {
    const at = workspace();
    expect(needsInstall(at)).toBe(true);
    installed(at);
    expect(needsInstall(at)).toBe(false);
  });

  it('again when the lockfile changed', () => {
    const at = workspace();
    installed(at);
    put(join(at, 'package-lock.json'), 'new');
    expect(needsInstall(at)).toBe(true);
  });

  it('again when an installation was broken off', () => {
    const at = workspace();
    installed(at);
    rmSync(join(at, 'node_modules/.bin'), { recursive: true });
    expect(needsInstall(at)).toBe(true);
  });

  it('not when somebody ran npm by hand since the lockfile changed', () => {
    const at = workspace();
    installed(at);
    put(join(at, 'package-lock.json'), 'new');
    put(join(at, 'node_modules/.package-lock.json'));
    const later = Date.now() / 1000 + 10;
    utimesSync(join(at, 'node_modules/.package-lock.json'), later, later);
    expect(needsInstall(at)).toBe(false);
  });
});

describe('npm start builds', () => {
  it('once, then only when a source changed', () => {
    const at = workspace();
    expect(needsBuild(at)).toBe(true);
    built(at);
    expect(needsBuild(at)).toBe(false);
    put(join(at, 'libs/text/src/index.ts'), 'newer');
    expect(needsBuild(at)).toBe(true);
  });

  it('not for a changed test or page, since neither is in the build', () => {
    const at = workspace();
    built(at);
    put(join(at, 'libs/text/src/index.spec.ts'), 'test');
    put(join(at, 'apps/server/README.md'), 'page');
    expect(needsBuild(at)).toBe(false);
  });

  it('again when a new source appears or an output is gone', () => {
    const at = workspace();
    built(at);
    put(join(at, 'migrations/2.ts'), 'more');
    expect(needsBuild(at)).toBe(true);
    writeStamp(at, 'built', fingerprint(at));
    expect(needsBuild(at)).toBe(false);
    rmSync(join(at, 'apps/web/dist'), { recursive: true });
    expect(needsBuild(at)).toBe(true);
  });
});
