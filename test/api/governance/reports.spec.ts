import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GroupedNotifications, type Notification, Report } from '@roost/contracts';
import { type Answer, type Cast, Client, type Person, type Roost, startRoost, until } from '@roost/test-kit';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

const report = (who: Client, body: Record<string, unknown>): Promise<Answer<Report & { error: string }>> =>
  who.post<Report & { error: string }>('/api/v1/reports', body);

async function heard(who: Person, type: string): Promise<Notification[]> {
  return (await who.get<Notification[]>('/api/v1/notifications', { types: [type] })).body;
}

describe('reporting', () => {
  it('puts an account and its posts before the moderators', async () => {
    const { ann, ben } = cast;
    const status = await ann.publishes('Buy now');
    const { status: code, body } = await report(ben, {
      account_id: ann.id,
      status_ids: [status.id],
      comment: '  Spam, again ',
      category: 'spam',
      forward: true,
    });
    expect(code).toBe(200);
    expect(Report.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      action_taken: false,
      action_taken_at: null,
      category: 'spam',
      comment: 'Spam, again',
      forwarded: false,
      status_ids: [status.id],
      target_account: { id: ann.id },
    });
    const { rows } = await roost.db.query<{ type: string }>(
      `select e.type from journal_entry e where e.subject_type = 'report' and e.subject_id = $1`,
      [body.id],
    );
    expect(rows).toEqual([{ type: 'report.filed' }]);
  });

  it('takes forms, and nothing but an account', async () => {
    const form = await report(cast.ben, new URLSearchParams({ account_id: cast.ann.id, 'status_ids[]': '1' }) as never);
    expect([form.status, form.body.category, form.body.comment, form.body.status_ids]).toEqual([200, 'other', '', []]);
    const byRule = await report(cast.ben, { account_id: cast.ann.id, rule_ids: ['1'] });
    expect([byRule.body.category, byRule.body.rule_ids]).toEqual(['violation', []]);
  });

  it('keeps only posts of the account that the reporter can see', async () => {
    const { ann, ben, cleo } = cast;
    const theirs = await ben.publishes('By somebody else');
    const secret = await ann.publishes('For my followers', { visibility: 'private' });
    const open = await ann.publishes('For all');
    const ids = [theirs.id, secret.id, open.id, '1', 'nonsense'];
    expect((await report(ben, { account_id: ann.id, status_ids: ids })).body.status_ids.sort()).toEqual(
      [secret.id, open.id].sort(),
    );
    expect((await report(cast.max, { account_id: ann.id, status_ids: ids })).body.status_ids).toEqual([open.id]);
    // Whoever was blocked can still say who did what to them.
    expect((await report(cleo, { account_id: ann.id, status_ids: ids })).body.status_ids).toEqual([]);
  });

  it.each([
    ['nobody', () => ({}), 422],
    ['who does not exist', () => ({ account_id: '1' }), 404],
    ['what is no id', () => ({ account_id: 'ann' }), 404],
    ['oneself', () => ({ account_id: cast.ben.id }), 422],
    ['with a comment without end', () => ({ account_id: cast.ann.id, comment: 'x'.repeat(1001) }), 422],
    ['for a reason nobody knows', () => ({ account_id: cast.ann.id, category: 'taste' }), 422],
  ])('refuses to report %s', async (_, body, status) => {
    expect((await report(cast.ben, body())).status).toBe(status);
  });

  it('asks for its scope, and for a person', async () => {
    const narrow = cast.ben.withToken(await roost.token(cast.ben.id, ['write:statuses']));
    expect((await report(narrow, { account_id: cast.ann.id })).status).toBe(403);
    const app = cast.ben.withToken(await roost.token(null, ['write']));
    expect((await report(app, { account_id: cast.ann.id })).status).toBe(422);
    const right = cast.ben.withToken(await roost.token(cast.ben.id, ['write:reports']));
    expect((await report(right, { account_id: cast.ann.id })).status).toBe(200);
  });
});

describe('moderators', () => {
  it('hear of reports, whomever they block, and nobody else does', async () => {
    const { ann, ada, max, otto } = cast;
    const zoe = await roost.person({ handle: 'zoe' });
    await max.done('POST', `/api/v1/accounts/${zoe.id}/block`);
    const { body } = await report(zoe, { account_id: ann.id, comment: 'Look at this' });
    for (const moderator of [max, ada]) {
      const found = await until(async () =>
        (await heard(moderator, 'admin.report')).find((notification) => notification.report?.id === body.id),
      );
      expect(found).toMatchObject({ type: 'admin.report', account: { id: zoe.id }, report: { comment: 'Look at this' } });
      expect(found.group_key).toBe(`ungrouped-${found.id}`);
      const { body: grouped } = await moderator.get<GroupedNotifications>('/api/v2/notifications', { types: ['admin.report'] });
      const group = grouped.notification_groups.find(({ group_key }) => group_key === found.group_key);
      expect([group?.report?.id, group?.sample_account_ids]).toEqual([body.id, [zoe.id]]);
    }
    for (const other of [ann, zoe]) expect(await heard(other, 'admin.report')).toEqual([]);
    expect((await otto.get('/api/v1/notifications')).status).toBe(401);
  });

  it('hear no more of it when they are moderators no more', async () => {
    const moderator = await roost.person({ handle: 'mia', role: 'moderator' });
    await report(cast.ben, { account_id: cast.ann.id });
    await until(async () => (await heard(moderator, 'admin.report')).length > 0);
    await cast.ada.web.put(`/api/roost/v1/accounts/${moderator.id}/role`, { role: 'member' });
    expect(await heard(moderator, 'admin.report')).toEqual([]);
    expect((await moderator.get<{ count: number }>('/api/v1/notifications/unread_count')).body.count).toBe(0);
  });

  it('hear of who joins, once they are in', async () => {
    const app = new Client(roost.url, { authorization: `Bearer ${await roost.token(null, ['read', 'write'])}` });
    const joined = await app.post('/api/v1/accounts', {
      username: 'newcomer',
      email: 'newcomer@company.example',
      password: 'veracious hollow tin',
      agreement: true,
    });
    expect(joined.status).toBe(200);
    const found = await until(async () =>
      (await heard(cast.max, 'admin.sign_up')).find(({ account }) => account.username === 'newcomer'),
    );
    expect(found).not.toHaveProperty('report');
    expect(await heard(cast.ben, 'admin.sign_up')).toEqual([]);
  });
});
