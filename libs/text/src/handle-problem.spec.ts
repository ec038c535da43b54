import { describe, expect, it } from '@jest/globals';
import { foldHandle, handleProblem } from './index.js';

describe('handleProblem', () => {
  it.each(['ann', 'Ann_B', 'li', 'x2', '_x', 'ali', 'lina', 'a'.repeat(30)])('lets %j be taken', (handle) => {
    expect(handleProblem(handle)).toBeUndefined();
  });

  it.each([
    ['a', 'too_short'],
    ['', 'too_short'],
    ['a'.repeat(31), 'too_long'],
    ['ann-b', 'characters'],
    ['ann b', 'characters'],
    ['anné', 'characters'],
    ['\u212aim', 'characters'],
    ['аnn', 'characters'],
    ['admin', 'reserved'],
    ['ADMIN', 'reserved'],
    ['settings', 'reserved'],
    ['sign_in', 'reserved'],
    ['api', 'reserved'],
    ['moderatrice', 'reserved'],
  ])('says of %j: %s', (handle, problem) => {
    expect(handleProblem(handle)).toBe(problem);
  });

  it.each(['adm1n', '_admin_', 'r00t', 'supp0rt', 'adrnin', 'officiai', 'm0derator', 'a_d_m_i_n'])(
    'sees through %j',
    (handle) => {
      expect(handleProblem(handle)).toBe('reserved');
    },
  );

  it('reserves every first segment of an address', () => {
    const segments = [
      ...[
        'home',
        'compose',
        'confirm',
        'reset',
        'catch_up',
        'deck',
        'explore',
        'search',
        'tag',
        'tags',
        'notifications',
        'saved',
        'drafts',
        'settings',
        'broadcasts',
      ],
      ...[
        'moderation',
        'compliance',
        'analytics',
        'admin',
        'sign_in',
        'sign_up',
        'set_up',
        'api',
        'oauth',
        'auth',
        'nodeinfo',
        'media',
      ],
      ...[
        'assets',
        'socket_io',
        'health',
        'metrics',
        'about',
        'invite',
        'public',
        'login',
        'logout',
        'users',
        'favicon',
        'manifest',
        'sw',
      ],
    ];
    expect(segments.filter((segment) => handleProblem(segment) !== 'reserved')).toEqual([]);
  });

  it('folds capitals of ASCII only', () => {
    expect(foldHandle(' Ann ')).toBe('ann');
    expect(foldHandle('\u212a')).toBe('\u212a');
  });
});
