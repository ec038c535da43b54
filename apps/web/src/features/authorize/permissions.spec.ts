import { describe, expect, it } from '@jest/globals';
import { SCOPES } from '@roost/contracts';
import { permissionsOf } from './permissions.js';

describe('what an app may do, in words', () => {
  it('has words for every scope there is', () => {
    for (const scope of SCOPES) expect(permissionsOf([scope])).toHaveLength(1);
  });

  it('does not say again what a wider permission holds', () => {
    expect(permissionsOf(['read', 'read:statuses', 'write:accounts'])).toEqual(['authorize.read', 'authorize.writeProfile']);
  });

  it('says each thing once', () => {
    expect(permissionsOf(['read:statuses', 'read:search', 'write:statuses', 'write:media'])).toEqual([
      'authorize.readPosts',
      'authorize.writePosts',
    ]);
  });
});
