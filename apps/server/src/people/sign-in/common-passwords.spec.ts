import { describe, expect, it } from '@jest/globals';
import { isCommonPassword } from './common-passwords.js';

describe('isCommonPassword', () => {
  it.each([
    'password1234',
    'Password1234!',
    'P@ssw0rd2026!!',
    'passwordpassword',
    'qwertyuiop12',
    'azertyuiop12',
    'qwertyqwerty',
    '123456789012',
    '098765432109',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    'iloveyou2024',
    'motdepasse12',
    'MotDePasse2026',
    'Welcome2Roost',
    'letmeinletmein',
    'adminadminadmin',
    'Summer2026Summer',
    '!!!!!!!!!!!!',
    'été2026été2026',
  ])('knows %s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each([
    'correct horse battery',
    'veracious hollow tin',
    'Tr0ub4dor&3xyzq',
    'xK9#mQ2$vL7pRt',
    'my cat sleeps on mondays',
    'pluie sur le velours bleu',
    'ветер над полем',
    '蒼い月の下で歩く猫たち',
  ])('lets %s pass', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });

  it('knows what is known of the account', () => {
    const about = ['bergstrom', 'Ylva Bergström', 'ylva.bergstrom@example.com'];
    expect(isCommonPassword('YlvaBergstrom2026', about)).toBe(true);
    expect(isCommonPassword('YlvaBergstrom2026')).toBe(false);
    expect(isCommonPassword('zinc orchard voyage', about)).toBe(false);
  });

  it.each(['a'.repeat(256), 'ab'.repeat(128), 'password'.repeat(32), '😀'.repeat(128)])(
    'is not impressed by length: %s',
    (password) => {
      expect(isCommonPassword(password, [password])).toBe(true);
    },
  );
});
