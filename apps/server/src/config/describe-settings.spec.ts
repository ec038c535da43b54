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
    ['ROOST_SECRET_KEY', 'short'],
    ['ROOST_EGRESS_ALLOW', '10.0.0.0/99'],
    ['ROOST_EGRESS_ALLOW', 'https://push.example'],
  ])('name %s when it is %s', (name, value) => {
    expect(() => loadSettings({ DATABASE_URL, [name]: value })).toThrow(BadSetting);
    expect(() => loadSettings({ DATABASE_URL, [name]: value })).toThrow(new RegExp(name));
  });

  it('count a variable that is set to nothing as not set', () => {
    expect(loadSettings({ DATABASE_URL, ROOST_PUBLIC_URL: '', SMTP_URL: '' })).toMatchObject({ publicUrlGiven: false });
  });

  it.each([
    ['ROOST_PUBLIC_URL', 'https://roost.example.com'],
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', '192.0.2.4'],
  ])('refuse the test mode within reach of the network: %s=%s', (name, value) => {
    expect(() => loadSettings({ DATABASE_URL, ROOST_TEST_MODE: '1', [name]: value })).toThrow(/ROOST_TEST_MODE.*Unset/);
    expect(loadSettings({ DATABASE_URL, [name]: value }).testMode).toBe(false);
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('take the test mode on %s', (HOST) => {
    expect(loadSettings({ DATABASE_URL, ROOST_TEST_MODE: '1', HOST }).testMode).toBe(true);
  });

  it('take an administrator for tests in test mode only', () => {
    const ROOST_TEST_ADMIN = 'ada@localhost:pass:word';
    expect(loadSettings({ DATABASE_URL, ROOST_TEST_MODE: '1', ROOST_TEST_ADMIN }).testAdmin).toEqual({
      email: 'ada@localhost',
      password: 'pass:word',
    });
    expect(() => loadSettings({ DATABASE_URL, ROOST_TEST_ADMIN })).toThrow(/ROOST_TEST_ADMIN/);
    for (const wrong of ['ada', 'ada:secret', 'ada@localhost', 'ada@localhost:'])
      expect(() => loadSettings({ DATABASE_URL, ROOST_TEST_MODE: '1', ROOST_TEST_ADMIN: wrong })).toThrow(/ROOST_TEST_ADMIN/);
  });
});
