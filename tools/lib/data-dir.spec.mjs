import { afterEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseDataDir, elsewhere } from './data-dir.mjs';

const isRoot = process.getuid?.() === 0;
const folders = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function checkout(mode) {
  const above = mkdtempSync(join(tmpdir(), 'roost-place-'));
  folders.push(above);
  mkdirSync(join(above, 'clone'));
  chmodSync(above, mode);
  return join(above, 'clone');
}

describe('the data folder', () => {
  it('is the one that ROOST_DATA_DIR names, read from the checkout when it is relative', () => {
    expect(chooseDataDir('/clone', { ROOST_DATA_DIR: '/srv/roost' })).toBe('/srv/roost');
    expect(chooseDataDir('/clone', { ROOST_DATA_DIR: 'there' })).toBe('/clone/there');
  });

  it('lies in the checkout when everybody can pass through to it', () => {
    const clone = checkout(0o755);
    expect(chooseDataDir(clone, {})).toBe(join(clone, 'data'));
  });

  it('lies elsewhere when root starts Roost in a closed folder, and in the checkout for an ordinary user', () => {
    const clone = checkout(0o700);
    expect(chooseDataDir(clone, {})).toBe(isRoot ? elsewhere : join(clone, 'data'));
  });
});
