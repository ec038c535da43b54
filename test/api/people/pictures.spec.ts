import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account } from '@roost/contracts';
import { type Roost, startRoost } from '@roost/test-kit';

describe('an account without pictures of its own', () => {
  let roost: Roost;
  beforeAll(async () => {
    roost = await startRoost();
  });
  afterAll(() => roost.stop());

  it('has pictures all the same, because apps refuse an account without', async () => {
    const ann = await roost.person({ handle: 'ann' });
    const { body } = await ann.get<Account>('/api/v1/accounts/verify_credentials');
    expect(body.roost).toMatchObject({ has_avatar: false, has_header: false });
    for (const address of [body.avatar, body.avatar_static, body.header, body.header_static]) {
      const picture = await fetch(address);
      expect(picture.status).toBe(200);
      expect(picture.headers.get('content-type')).toBe('image/png');
    }
  });
});
