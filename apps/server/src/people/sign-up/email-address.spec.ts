import { describe, expect, it } from '@jest/globals';
import { canonicalDomain, parseEmail } from './email-address.js';

describe('parseEmail', () => {
  it.each([
    ['ann@example.com', 'ann@example.com'],
    ['  Ann.Lee@Example.COM ', 'Ann.Lee@example.com'],
    ["o'neil+tag@example.com", "o'neil+tag@example.com"],
    ['ann@bücher.example', 'ann@xn--bcher-kva.example'],
    ['ann@BÜCHER.example', 'ann@xn--bcher-kva.example'],
    ['ann@ｅｘａｍｐｌｅ．com', 'ann@example.com'],
  ])('reads %s as %s', (written, address) => {
    expect(parseEmail(written)?.address).toBe(address);
  });

  it.each([
    'ann',
    '@example.com',
    'ann@',
    'ann@localhost',
    'ann@example.com.',
    'ann@.example.com',
    'ann@example..com',
    'ann@-example.com',
    'ann@[192.0.2.1]',
    'ann@192.0.2.1',
    'ann@192.0.2.1.',
    '"ann lee"@example.com',
    '"ann"@example.com',
    'ann(comment)@example.com',
    'ann lee@example.com',
    'ann@exam ple.com',
    'ann@example.com\r\nBcc: all@example.com',
    'ann@example.com,ben@example.com',
    '.ann@example.com',
    'ann.@example.com',
    'a..b@example.com',
    'ann@evil.example@example.com',
    'ann@example.com#.evil.example',
    'ann@example.com/evil',
    'ann@example.com:25',
    'ann@example%2ecom',
    'änn@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ann@${'a'.repeat(64)}.com`,
    `ann@${'a.'.repeat(130)}com`,
    'ann@example.com\0',
  ])('refuses %j', (written) => {
    expect(parseEmail(written)).toBeNull();
  });
});

describe('canonicalDomain', () => {
  it('keeps look-alikes apart', () => {
    const domains = [
      'example.com',
      'exаmple.com',
      'examp1e.com',
      'example.co',
      'www.example.com',
      'example.com.evil.example',
      'notexample.com',
    ];
    expect(new Set(domains.map(canonicalDomain)).size).toBe(domains.length);
  });
});
