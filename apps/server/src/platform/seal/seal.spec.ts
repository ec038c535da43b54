import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../../config/settings.js';
import { CannotOpen, Seal } from './seal.js';

const DATABASE_URL = 'postgres://roost@localhost/roost';
const withKey = (key: string) => new Seal(loadSettings({ DATABASE_URL, ROOST_SECRET_KEY: key }));

describe('Seal', () => {
  const seal = withKey('a'.repeat(32));

  it('opens what it sealed, never writes the same twice, and shows nothing of it', () => {
    const [first, second] = [seal.seal('a secret', 'test'), seal.seal('a secret', 'test')];
    expect(seal.open(first, 'test')).toBe('a secret');
    expect(first.equals(second)).toBe(false);
    expect(first.includes('secret')).toBe(false);
  });

  it('does not open for another purpose, with another key, nor what was changed', () => {
    const sealed = seal.seal('a secret', 'test');
    expect(() => seal.open(sealed, 'other')).toThrow(CannotOpen);
    expect(() => withKey('b'.repeat(32)).open(sealed, 'test')).toThrow(CannotOpen);
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => seal.open(changed, 'test')).toThrow(CannotOpen);
    }
    expect(() => seal.open(Buffer.alloc(3), 'test')).toThrow(CannotOpen);
  });

  it('makes a key of its own once, readable by its owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'roost-seal-'));
    const fresh = () => new Seal(loadSettings({ DATABASE_URL, ROOST_DATA_DIR: join(folder, 'data') }));
    expect(fresh().open(fresh().seal('a secret', 'test'), 'test')).toBe('a secret');
    const file = join(folder, 'data', 'secret.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8').trim().length).toBe(43);
    rmSync(folder, { recursive: true });
  });
});
