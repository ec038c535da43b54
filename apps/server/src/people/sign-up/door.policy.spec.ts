import { describe, expect, it } from '@jest/globals';
import type { Registration } from '@roost/contracts';
import { type Door, door } from './door.policy.js';
import { type EmailAddress, parseEmail } from './email-address.js';

const DOMAINS = ['example.com', 'xn--bcher-kva.example'];

function of(written: string): EmailAddress {
  const email = parseEmail(written);
  if (!email) throw new Error(`${written} is no address`);
  return email;
}

describe('door', () => {
  const cases: [Registration, string, Door][] = [
    ['closed', 'ann@example.com', 'closed'],
    ['invitation', 'ann@example.com', 'invitation-needed'],
    ['approval', 'ann@elsewhere.example', 'wait'],
    ['domains', 'ann@example.com', 'enter'],
    ['domains', 'ann@EXAMPLE.com', 'enter'],
    ['domains', 'ann@bücher.example', 'enter'],
    ['domains', 'ann@elsewhere.example', 'not-allowed'],
    ['domains', 'ann@sub.example.com', 'not-allowed'],
    ['domains', 'ann@notexample.com', 'not-allowed'],
    ['domains', 'ann@example.com.evil.example', 'not-allowed'],
    ['domains', 'ann@exаmple.com', 'not-allowed'],
    ['domains', 'ann@examp1e.com', 'not-allowed'],
    ['domains', 'ann+two@example.com', 'not-allowed'],
  ];

  it.each(cases)('with %s, %s: %s', (registration, email, expected) => {
    expect(door({ registration, domains: DOMAINS }, of(email), false)).toBe(expected);
  });

  it.each(['closed', 'domains', 'invitation', 'approval'] as const)('opens for an invitation while it is %s', (registration) => {
    expect(door({ registration, domains: [] }, of('ann+two@elsewhere.example'), true)).toBe('enter');
  });
});
