import { describe, expect, it } from '@jest/globals';
import { grantScopes, readScopes } from './oauth-scopes.js';

describe('scopes of an app', () => {
  it('are those we know, once each', () => {
    expect(readScopes('read write  follow read quux\nadmin:read:accounts push')).toEqual([
      'read',
      'write',
      'follow',
      'admin:read:accounts',
      'push',
    ]);
    expect(readScopes('read+write')).toEqual(['read', 'write']);
    expect(readScopes(undefined)).toEqual([]);
  });

  it('are granted as far as they were registered, a parent for its children', () => {
    expect(grantScopes('read write', ['read', 'write', 'follow'])).toEqual(['read', 'write']);
    expect(grantScopes('read:statuses write:blocks', ['read', 'follow'])).toEqual(['read:statuses', 'write:blocks']);
    expect(grantScopes('read quux', ['read'])).toEqual(['read']);
    expect(grantScopes(undefined, ['read', 'write'])).toEqual(['read']);
    expect(grantScopes('', ['read'])).toEqual(['read']);
  });

  it('are refused beyond that', () => {
    expect(grantScopes('read write', ['read'])).toBeNull();
    expect(grantScopes('read', ['read:statuses'])).toBeNull();
    expect(grantScopes('quux', ['read'])).toBeNull();
    expect(grantScopes(undefined, ['write'])).toBeNull();
  });
});
