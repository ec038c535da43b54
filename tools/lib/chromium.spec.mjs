import { describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';

function withProgram(name, test) {
  const folder = mkdtempSync(join(tmpdir(), 'roost-chromium-'));
  const file = join(folder, name);
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    test(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('looking for a Chromium', () => {
  it('takes the one that ROOST_CHROMIUM names', () => {
    withProgram('mine', (file) => expect(findChromium({ ROOST_CHROMIUM: file, PATH: '' })).toBe(file));
  });

  it('says so when ROOST_CHROMIUM names no program', () => {
    expect(() => findChromium({ ROOST_CHROMIUM: '/nowhere' })).toThrow('ROOST_CHROMIUM names /nowhere, which is no program');
  });

  it('takes the first one on the path', () => {
    withProgram('chromium', (file, folder) => expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(file));
  });
});
