import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Roost, startRoost } from '@roost/test-kit';

let roost: Roost;
beforeAll(async () => {
  roost = await startRoost();
});
afterAll(() => roost.stop());

const PREFLIGHT = { origin: 'https://elk.example', 'access-control-request-method': 'POST' };

describe('calls from other sites', () => {
  it('are welcome where apps bring a token of their own', async () => {
    for (const path of ['/api/v1/statuses', '/api/v2/instance', '/oauth/token', '/oauth/revoke', '/.well-known/nodeinfo']) {
      const answer = await roost.anonymous.call('OPTIONS', path, { headers: PREFLIGHT });
      expect([path, answer.status]).toEqual([path, 204]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH');
      expect(answer.headers.get('access-control-allow-headers')).toMatch(/Authorization, Content-Type, Idempotency-Key/);
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('are not invited where our own cookie counts', async () => {
    for (const path of ['/api/roost/v1/sessions', '/oauth/authorize', '/']) {
      const answer = await roost.anonymous.call('OPTIONS', path, { headers: PREFLIGHT });
      expect([path, answer.headers.get('access-control-allow-origin')]).toEqual([path, null]);
    }
  });
});
