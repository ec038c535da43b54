import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErrorBody, type Status, StatusContext } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost } from '@roost/test-kit';
import { NOT_FOUND, refusal } from './support.js';

let roost: Roost;
let cast: Cast;

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

async function contextOf(status: Status, person: Person): Promise<{ above: string[]; below: string[] }> {
  const { body } = await person.get<StatusContext>(`/api/v1/statuses/${status.id}/context`);
  expect(StatusContext.safeParse(body).error).toBeUndefined();
  return { above: body.ancestors.map((one) => one.roost.text), below: body.descendants.map((one) => one.roost.text) };
}

describe('the thread of a post', () => {
  it('has what it answers, oldest first, and what answers it, depth first', async () => {
    const { ann, ben, max } = cast;
    const a = await ann.publishes('a');
    const b = await ben.publishes('a.b', { in_reply_to_id: a.id });
    const c = await max.publishes('a.c', { in_reply_to_id: a.id });
    const bd = await ann.publishes('a.b.d', { in_reply_to_id: b.id });
    await ann.publishes('a.c.e', { in_reply_to_id: c.id });
    await ben.publishes('a.b.d.f', { in_reply_to_id: bd.id });
    await ben.publishes('elsewhere');
    expect(await contextOf(a, max)).toEqual({ above: [], below: ['a.b', 'a.b.d', 'a.b.d.f', 'a.c', 'a.c.e'] });
    expect(await contextOf(bd, max)).toEqual({ above: ['a', 'a.b'], below: ['a.b.d.f'] });
  });

  it('leaves out what the reader may not see, and keeps what hangs below it', async () => {
    const { ann, ben, max } = cast;
    const root = await ann.publishes('root');
    const hidden = await ben.publishes('@ann for you alone', { in_reply_to_id: root.id, visibility: 'direct' });
    await ann.publishes('open again', { in_reply_to_id: hidden.id });
    const gone = await ben.publishes('taken back', { in_reply_to_id: root.id });
    const orphan = await max.publishes('orphan', { in_reply_to_id: gone.id });
    await ben.done('DELETE', `/api/v1/statuses/${gone.id}`);
    expect(await contextOf(root, max)).toEqual({ above: [], below: ['open again', 'orphan'] });
    expect(await contextOf(root, ann)).toEqual({ above: [], below: ['@ann for you alone', 'open again', 'orphan'] });
    expect(await contextOf(orphan, max)).toEqual({ above: ['root'], below: [] });
  });

  it('is not there for somebody who may not see the post', async () => {
    const root = await cast.ann.publishes('root');
    expect(refusal(await cast.cleo.get<ErrorBody>(`/api/v1/statuses/${root.id}/context`))).toEqual(NOT_FOUND);
    for (const id of ['12', 'abc', '99999999999999999999'])
      expect((await cast.ann.get(`/api/v1/statuses/${id}/context`)).status).toBe(404);
  });

  it('of a boost is that of the boosted post', async () => {
    const root = await cast.ann.publishes('root');
    await cast.ben.publishes('reply', { in_reply_to_id: root.id });
    const boost = await cast.max.done<Status>('POST', `/api/v1/statuses/${root.id}/reblog`);
    expect(await contextOf(boost, cast.max)).toEqual({ above: [], below: ['reply'] });
  });
});
