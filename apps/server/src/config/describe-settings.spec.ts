import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { describeSettings } from './describe-settings.js';
import { BadSetting, loadSettings } from './settings.js';

const DATABASE_URL = 'postgres://roost@localhost/roost';

describe('settings', () => {
  it('are described by docs/operations/settings.md as the schema has them', () => {
    expect(readFileSync('docs/operations/settings.md', 'utf8')).toBe(describeSettings());
  });

  it('describe every variable with a sentence', () => {
    for (const line of describeSettings()
      .split('\n')
      .filter((each) => each.startsWith('| `')))
      expect(line).toMatch(/\| [A-Z].*\. ?.*\|$/);
  });

  it('have a standard for everything but the database', () => {
    expect(loadSettings({ DATABASE_URL })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      role: 'all',
      testMode: false,
    });
    expect(() => loadSettings({})).toThrow(/DATABASE_URL/);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['ROOST_PUBLIC_URL', 'roost.example.com'],
    ['SMTP_URL', 'http://mail'],
    ['ROOST_ROLE', 'king'],
    ['DATABASE_POOL_SIZE', '1'],
  ])('name %s when it is %s', (name, value) => {
    expect(() => loadSettings({ DATABASE_URL, [name]: value })).toThrow(BadSetting);
    expect(() => loadSettings({ DATABASE_URL, [name]: value })).toThrow(new RegExp(name));
  });

  it('count a variable that is set to nothing as not set', () => {
    expect(loadSettings({ DATABASE_URL, ROOST_PUBLIC_URL: '', SMTP_URL: '' })).toMatchObject({ publicUrlGiven: false });
  });

  it('refuse the test mode under an address of the network', () => {
    expect(() => loadSettings({ DATABASE_URL, ROOST_TEST_MODE: '1', ROOST_PUBLIC_URL: 'https://roost.example.com' })).toThrow(
      /ROOST_TEST_MODE/,
    );
    expect(loadSettings({ DATABASE_URL, ROOST_TEST_MODE: '1' }).testMode).toBe(true);
  });
});
