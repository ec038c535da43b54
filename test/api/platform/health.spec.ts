import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Roost, startRoost } from '@roost/test-kit';

describe('the server', () => {
  let roost: Roost;
  beforeAll(async () => {
    roost = await startRoost();
  });
  afterAll(() => roost.stop());

  it('says that it lives and that it is ready', async () => {
    expect((await roost.anonymous.get('/livez')).status).toBe(200);
    expect((await roost.anonymous.get('/readyz')).body).toEqual({ status: 'ok' });
  });

  it('answers an unknown address of the API in JSON, with a request id', async () => {
    const answer = await roost.anonymous.get<{ code: string; request_id: string }>('/api/v1/nothing-here');
    expect(answer.status).toBe(404);
    expect(answer.body.code).toBe('not_found');
    expect(answer.body.request_id).toBe(answer.headers.get('x-request-id'));
  });

  it('refuses plain http under a name of the network, and says what to do', async () => {
    const answer = await roost.anonymous.get<{ code: string }>(
      '/api/v1/instance',
      {},
      { headers: { 'x-forwarded-host': 'roost.company.example' } },
    );
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('https_wanted');
  });

  it('answers a question about a page without the page', async () => {
    const answer = await roost.anonymous.call<null>('HEAD', '/home');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.body).toBeNull();
  });

  it('sends its security headers with every answer, errors included', async () => {
    for (const path of ['/livez', '/api/v1/nothing-here', '/']) {
      const { headers } = await roost.anonymous.get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });
});
