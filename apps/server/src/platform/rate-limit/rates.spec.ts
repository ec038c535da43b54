import { describe, expect, it } from '@jest/globals';
import { addressKey } from './rates.js';

describe('addressKey', () => {
  it('keeps IPv4 addresses apart, also in their IPv6 form', () => {
    expect(addressKey('192.0.2.7')).toBe('192.0.2.7');
    expect(addressKey('::ffff:192.0.2.7')).toBe('192.0.2.7');
  });

  it('counts the addresses of one /64 as one, however they are written', () => {
    const key = addressKey('2001:db8:1:2:3:4:5:6');
    expect(key).toBe('2001:db8:1:2::/64');
    expect(addressKey('2001:db8:1:2::9')).toBe(key);
    expect(addressKey('2001:db8:1:3::9')).not.toBe(key);
    expect(addressKey('2001:db8::9')).toBe('2001:db8:0:0::/64');
    expect(addressKey('::1')).toBe('0:0:0:0::/64');
  });
});
