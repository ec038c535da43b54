import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AddressRules } from './address-rules.js';

describe('AddressRules', () => {
  const rules = new AddressRules([]);

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('closes %s', (address) => {
    expect(rules.mayCall('push.example', address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '192.169.0.1', '2a00:1450::1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'opens %s',
    (address) => {
      expect(rules.mayCall('push.example', address)).toBe(true);
    },
  );

  it('opens private networks and hosts that are named, and no others', () => {
    const named = new AddressRules(['10.2.0.0/16', 'push.corp.example', 'fd00::/8', '192.168.7.7']);
    expect(named.mayCall('any.example', '10.2.3.4')).toBe(true);
    expect(named.mayCall('any.example', '10.3.3.4')).toBe(false);
    expect(named.mayCall('Push.Corp.example', '10.3.3.4')).toBe(true);
    expect(named.mayCall('other.corp.example', '10.3.3.4')).toBe(false);
    expect(named.mayCall('any.example', 'fd00::1')).toBe(true);
    expect(named.mayCall('any.example', '192.168.7.7')).toBe(true);
    expect(named.mayCall('any.example', '192.168.7.8')).toBe(false);
  });

  it('never opens an address of a private network, however it is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('10', '127', '0'),
        fc.nat(255),
        fc.nat(255),
        fc.nat(255),
        fc.boolean(),
        (net, b, c, d, mapped) => {
          expect(rules.mayCall('x', `${mapped ? '::ffff:' : ''}${net}.${b}.${c}.${d}`)).toBe(false);
        },
      ),
    );
  });
});
