import { describe, expect, it } from '@jest/globals';
import type { NotificationRules } from '@roost/contracts';
import { fateOf, isRuled, type SenderFacts } from './notification.policy.js';

const ACCEPT: NotificationRules = {
  for_not_following: 'accept',
  for_not_followers: 'accept',
  for_new_accounts: 'accept',
  for_private_mentions: 'accept',
  for_limited_accounts: 'accept',
};
const STRANGER: SenderFacts = {
  followed: false,
  follower: false,
  newcomer: true,
  limited: true,
  staff: false,
  permitted: false,
  unaskedDirect: true,
};

describe('the fate of a notification', () => {
  it.each(Object.keys(ACCEPT) as (keyof NotificationRules)[])('is decided by %s alone when the others accept', (rule) => {
    expect(fateOf('mention', ACCEPT, STRANGER)).toBe('shown');
    expect(fateOf('mention', { ...ACCEPT, [rule]: 'filter' }, STRANGER)).toBe('kept apart');
    expect(fateOf('mention', { ...ACCEPT, [rule]: 'drop' }, STRANGER)).toBe('dropped');
  });

  it('is the strictest of all that concern the sender', () => {
    const rules = { ...ACCEPT, for_limited_accounts: 'filter', for_not_followers: 'drop' } as const;
    expect(fateOf('mention', rules, STRANGER)).toBe('dropped');
    expect(fateOf('mention', rules, { ...STRANGER, follower: true })).toBe('kept apart');
    expect(fateOf('mention', rules, { ...STRANGER, follower: true, limited: false })).toBe('shown');
  });

  it('is to be shown when it comes from somebody let in, a mention by staff, or what one asked for', () => {
    const strict = { ...ACCEPT, for_not_following: 'drop' } as const;
    expect(fateOf('mention', strict, { ...STRANGER, permitted: true })).toBe('shown');
    expect(fateOf('mention', strict, { ...STRANGER, staff: true })).toBe('shown');
    expect(fateOf('favourite', strict, { ...STRANGER, staff: true })).toBe('dropped');
    expect(isRuled('status') || isRuled('update')).toBe(false);
    expect(fateOf('update', strict, STRANGER)).toBe('shown');
  });
});
