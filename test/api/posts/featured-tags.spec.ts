import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ErrorBody, FeaturedTag, Instance, Tag } from '@roost/contracts';
import { type Cast, type Person, type Roost, startRoost } from '@roost/test-kit';
import { NOT_FOUND, refusal } from './support.js';

let roost: Roost;
let cast: Cast;
beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());
beforeEach(() => roost.db.query('truncate status, tag, featured_tag cascade'));

const feature = (person: Person, name: string): Promise<FeaturedTag> => person.done('POST', '/api/v1/featured_tags', { name });
const featuredBy = async (person: Person, viewer = person): Promise<string[]> =>
  (await viewer.get<FeaturedTag[]>(`/api/v1/accounts/${person.id}/featured_tags`)).body.map((tag) => tag.name);

describe('featured tags', () => {
  it('stand on the profile with how often and when their owner used them, the busiest first', async () => {
    await cast.ann.publishes('#DockSwap today');
    await cast.ann.publishes('#DockSwap again', { visibility: 'unlisted' });
    await cast.ann.publishes('#DockSwap hidden', { visibility: 'private' });
    await cast.ben.publishes('#DockSwap by another');
    const rest = await feature(cast.ann, 'Kitchen');
    expect(rest).toMatchObject({ name: 'Kitchen', statuses_count: '0', last_status_at: null });
    await feature(cast.ann, '#dockswap');
    const { body } = await cast.ben.get<FeaturedTag[]>(`/api/v1/accounts/${cast.ann.id}/featured_tags`);
    expect(body.map((tag) => [tag.name, tag.statuses_count, tag.last_status_at])).toEqual([
      ['DockSwap', '2', new Date().toISOString().slice(0, 10)],
      ['Kitchen', '0', null],
    ]);
    expect(body[0]?.url).toBe(`${roost.url}/tags/dockswap`);
    expect((await cast.ann.get('/api/v1/featured_tags')).body).toEqual(body);
  });

  it('are taken off by their owner only', async () => {
    const tag = await feature(cast.ann, 'Kitchen');
    expect(refusal(await cast.ben.delete<ErrorBody>(`/api/v1/featured_tags/${tag.id}`))).toEqual(NOT_FOUND);
    expect(await cast.ann.done('DELETE', `/api/v1/featured_tags/${tag.id}`)).toEqual({});
    expect(await featuredBy(cast.ann)).toEqual([]);
    expect(refusal(await cast.ann.delete<ErrorBody>(`/api/v1/featured_tags/${tag.id}`))).toEqual(NOT_FOUND);
  });

  it('are no more than the instance says, also when many come at once', async () => {
    const { body } = await roost.anonymous.get<Instance>('/api/v2/instance');
    const most = body.configuration.accounts.max_featured_tags;
    const answers = await Promise.all(
      Array.from({ length: most + 3 }, (_, index) => cast.ann.post<ErrorBody>('/api/v1/featured_tags', { name: `tag${index}` })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(most);
    const refused = answers.filter((answer) => answer.status !== 200).map(refusal);
    expect(refused).toEqual(
      Array.from({ length: 3 }, () => ({
        status: 422,
        code: 'tag.too_many_featured',
        error: 'Validation failed: You have already featured the maximum number of hashtags',
      })),
    );
  });

  it('are refused twice, and when they are none', async () => {
    await feature(cast.ann, 'Kitchen');
    expect(refusal(await cast.ann.post<ErrorBody>('/api/v1/featured_tags', { name: 'KITCHEN' }))).toMatchObject({
      status: 422,
      code: 'tag.already_featured',
    });
    for (const name of ['', '123', 'two words'])
      expect(refusal(await cast.ann.post<ErrorBody>('/api/v1/featured_tags', { name }))).toMatchObject({ status: 422 });
    expect((await cast.ann.post<ErrorBody>('/api/v1/featured_tags')).status).toBe(422);
  });

  it('are also featured from the tag itself, as often as one likes', async () => {
    for (let twice = 0; twice < 2; twice++)
      expect((await cast.ann.done<Tag>('POST', '/api/v1/tags/Kitchen/feature')).featuring).toBe(true);
    expect(await featuredBy(cast.ann)).toEqual(['Kitchen']);
    expect((await cast.ben.get<Tag>('/api/v1/tags/kitchen')).body.featuring).toBe(false);
    for (let twice = 0; twice < 2; twice++)
      expect((await cast.ann.done<Tag>('POST', '/api/v1/tags/kitchen/unfeature')).featuring).toBe(false);
    expect(await featuredBy(cast.ann)).toEqual([]);
    expect((await cast.ann.post('/api/v1/tags/123/feature')).status).toBe(422);
  });

  it('are suggested from what one posts about and does not feature yet', async () => {
    await cast.ann.publishes('#one #two');
    await cast.ann.publishes('#two');
    await cast.ann.publishes('#hidden', { visibility: 'private' });
    await cast.ben.publishes('#other');
    const suggested = async () => (await cast.ann.get<Tag[]>('/api/v1/featured_tags/suggestions')).body.map((tag) => tag.name);
    expect(await suggested()).toEqual(['two', 'one']);
    await feature(cast.ann, 'two');
    expect(await suggested()).toEqual(['one']);
  });

  it('are not shown to somebody who is blocked, nor of somebody who is gone', async () => {
    await feature(cast.ann, 'Kitchen');
    expect(await featuredBy(cast.ann, cast.cleo)).toEqual([]);
    expect(await featuredBy(cast.otto, cast.ann)).toEqual([]);
    expect(refusal(await cast.ann.get<ErrorBody>('/api/v1/accounts/1/featured_tags'))).toEqual(NOT_FOUND);
  });
});
