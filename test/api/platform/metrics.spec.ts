import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Roost, startRoost } from '@roost/test-kit';

let roost: Roost;
beforeAll(async () => {
  roost = await startRoost();
});
afterAll(() => roost.stop());

describe('metrics', () => {
  it('tell this machine how the process and its requests do', async () => {
    const ann = await roost.person({ handle: 'ann' });
    await ann.get(`/api/v1/accounts/${ann.id}/followers`);
    const { status, headers, body } = await roost.anonymous.get<string>('/metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(body).toMatch(/^nodejs_eventloop_lag_seconds \d/m);
    expect(body).toMatch(
      /^roost_http_request_seconds_count\{method="GET",route="\/api\/v1\/accounts\/:id\/followers",status="200"\} 1$/m,
    );
    expect(body).toMatch(/^roost_database_connections\{state="waiting"\} 0$/m);
    expect(body).toMatch(/^roost_journal_lag_seconds\{consumer="notifications"\} \d/m);
    expect(body).toMatch(/^roost_live_connections 0$/m);
    expect(body).not.toContain(ann.id);
  });

  it('do not exist for anybody who comes from elsewhere', async () => {
    const elsewhere: Record<string, string>[] = [
      { 'x-forwarded-for': '192.0.2.1' },
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-forwarded-host': 'roost.company.example', 'x-forwarded-proto': 'https' },
      { forwarded: 'for=192.0.2.1' },
    ];
    for (const headers of elsewhere) expect((await roost.anonymous.get('/metrics', {}, { headers })).status).toBe(404);
  });
});
