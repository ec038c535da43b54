import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AdminReport, type Report } from '@roost/contracts';
import { type Cast, type Client, type Person, type Roost, startRoost } from '@roost/test-kit';

const REPORTS = '/api/v1/admin/reports';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

const file = async (who: Person, body: Record<string, unknown>): Promise<Report> =>
  (await who.post<Report>('/api/v1/reports', body)).body;
const does = (who: Client, id: string, what: string) => who.post<AdminReport>(`${REPORTS}/${id}/${what}`);
const listed = async (who: Client, query: Record<string, string> = {}) =>
  (await who.get<AdminReport[]>(REPORTS, query)).body.map(({ id }) => id);

async function journalled(id: string): Promise<string[]> {
  const { rows } = await roost.db.query<{ type: string }>(
    `select type from journal_entry where subject_type = 'report' and subject_id = $1 order by seq`,
    [id],
  );
  return rows.map(({ type }) => type);
}

describe('a report before the moderators', () => {
  it('shows who said what of whom, with the posts', async () => {
    const status = await cast.ann.publishes('For my followers', { visibility: 'private' });
    await cast.ben.done('POST', `/api/v1/statuses/${status.id}/favourite`);
    const report = await file(cast.ben, {
      account_id: cast.ann.id,
      status_ids: [status.id],
      comment: 'Rude',
      category: 'violation',
    });
    const { status: code, body } = await cast.max.get<AdminReport>(`${REPORTS}/${report.id}`);
    expect(code).toBe(200);
    expect(AdminReport.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      action_taken: false,
      category: 'violation',
      comment: 'Rude',
      account: { id: cast.ben.id, email: '' },
      target_account: { id: cast.ann.id, ips: [] },
      assigned_account: null,
      action_taken_by_account: null,
      statuses: [{ id: status.id, favourited: false }],
      rules: [],
    });
    // What was put before them they see there and nowhere else.
    expect((await cast.max.get(`/api/v1/statuses/${status.id}`)).status).toBe(404);
    expect((await cast.ada.get<AdminReport>(`${REPORTS}/${report.id}`)).body.account.email).toBe(cast.ben.email);
  });

  it('is taken, given back, decided and opened again, each once in the record', async () => {
    const { id } = await file(cast.ben, { account_id: cast.ann.id });
    expect((await does(cast.max, id, 'assign_to_self')).body.assigned_account?.id).toBe(cast.max.id);
    await does(cast.max, id, 'assign_to_self');
    expect((await does(cast.max, id, 'unassign')).body.assigned_account).toBeNull();
    const resolved = (await does(cast.max, id, 'resolve')).body;
    expect(resolved).toMatchObject({ action_taken: true, action_taken_by_account: { id: cast.max.id } });
    expect((await does(cast.ada, id, 'resolve')).body.action_taken_by_account?.id).toBe(cast.max.id);
    const reopened = (await does(cast.ada, id, 'reopen')).body;
    expect(reopened).toMatchObject({ action_taken: false, action_taken_at: null, action_taken_by_account: null });
    const changed = await cast.max.put<AdminReport>(`${REPORTS}/${id}`, { category: 'spam', rule_ids: ['1'] });
    expect([changed.status, changed.body.category]).toEqual([200, 'spam']);
    expect(await journalled(id)).toEqual([
      'report.filed',
      'report.assigned',
      'report.unassigned',
      'report.resolved',
      'report.reopened',
      'report.changed',
    ]);
  });

  it('is listed while it is open, and by who and whom', async () => {
    const zoe = await roost.person({ handle: 'zoe' });
    const [open, done] = [await file(zoe, { account_id: cast.ann.id }), await file(zoe, { account_id: cast.ben.id })];
    await does(cast.max, done.id, 'resolve');
    expect(await listed(cast.max, { account_id: zoe.id })).toEqual([open.id]);
    expect(await listed(cast.max, { account_id: zoe.id, resolved: 'true' })).toEqual([done.id]);
    expect(await listed(cast.max, { target_account_id: cast.ben.id, resolved: '1' })).toEqual([done.id]);
    expect(await listed(cast.max)).toContain(open.id);
    const page = await cast.max.get(REPORTS, { limit: 1, resolved: 'false' });
    expect(page.headers.get('link')).toMatch(/resolved=false.*rel="next"/);
  });

  it('is resolved by the action it led to, if it is about that account', async () => {
    const zoe = await roost.person({ handle: 'zoe_two' });
    const report = await file(cast.ben, { account_id: zoe.id });
    const other = await file(cast.ben, { account_id: cast.ann.id });
    const act = (report_id: string) =>
      cast.max.post(`/api/v1/admin/accounts/${zoe.id}/action`, { type: 'sensitive', text: 'As reported', report_id });
    expect((await act(other.id)).status).toBe(404);
    expect((await act(report.id)).status).toBe(200);
    expect(await listed(cast.max)).not.toContain(report.id);
    expect(await listed(cast.max)).toContain(other.id);
  });

  it('is for moderators with a token for it', async () => {
    const { id } = await file(cast.ben, { account_id: cast.ann.id });
    for (const who of [cast.ann, cast.ben]) {
      expect((await who.get(REPORTS)).status).toBe(403);
      expect((await does(who, id, 'resolve')).status).toBe(403);
    }
    const reader = cast.max.withToken(await roost.token(cast.max.id, ['admin:read:reports']));
    expect((await reader.get(`${REPORTS}/${id}`)).status).toBe(200);
    expect((await does(reader, id, 'resolve')).status).toBe(403);
    for (const unknown of ['1', 'x']) expect((await does(cast.max, unknown, 'resolve')).status).toBe(404);
    expect((await cast.max.put(`${REPORTS}/${id}`, { category: 'taste' })).status).toBe(422);
  });
});
