import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { commitmentOf } from './journal.js';

describe('canonical JSON', () => {
  it('orders keys by their UTF-16 units and leaves no white space', () => {
    expect(canonicalJson({ b: [1, 'x', null], a: { '\u20ac': 1, '\r': 2, é: true } })).toBe(
      '{"a":{"\\r":2,"é":true,"€":1},"b":[1,"x",null]}',
    );
  });

  it('gives the same bytes for the same value, whatever the order of its keys, and reads back equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('refuses what JSON has no word for', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson({ a: 1n })).toThrow(TypeError);
  });
});

describe('a commitment', () => {
  it('depends on the salt and on every byte of the payload', () => {
    const salt = Buffer.alloc(32, 7);
    const commitment = commitmentOf(salt, { text: 'hello' });
    expect(commitment).toHaveLength(32);
    expect(commitmentOf(salt, { text: 'hello' })).toEqual(commitment);
    expect(commitmentOf(salt, { text: 'hellO' })).not.toEqual(commitment);
    expect(commitmentOf(Buffer.alloc(32, 8), { text: 'hello' })).not.toEqual(commitment);
  });
});

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}
