import type { MediaAttachment, Status } from '@roost/contracts';
import type { Cast, Person } from '@roost/test-kit';
import fc from 'fast-check';

const who = fc.constantFrom('ann', 'ben', 'max', 'cleo');
const which = fc.nat(1000);
const visibility = fc.constantFrom('public', 'public', 'unlisted', 'private', 'direct');
/** Something that somebody of the cast does. */
export const deed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('publish' as const),
      who,
      visibility,
      tag: fc.boolean(),
      picture: fc.boolean(),
      names: fc.option(who),
      answers: fc.option(which),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('edit' as const), which, picture: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('boost' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('unboost' as const), who, which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('favourite' as const), who, which }) },
);
export type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

/** Does it, where it can be done. @param published all posts so far, which deeds name by their place; a new one is added */
export async function carryOut(item: Deed, cast: Cast, published: { id: string; by: Person }[]): Promise<void> {
  const target = 'which' in item ? published[item.which % Math.max(published.length, 1)] : undefined;
  switch (item.does) {
    case 'publish': {
      const by = cast[item.who];
      const answered = item.answers === null ? undefined : published[item.answers % Math.max(published.length, 1)];
      const text = `${item.names === null ? '' : `@${item.names} `}words${item.tag ? ' #DockSwap' : ''}`;
      const answer = await by.post<Status>('/api/v1/statuses', {
        status: text,
        visibility: item.visibility,
        ...(item.picture ? { media_ids: [await picture(by)] } : {}),
        ...(answered ? { in_reply_to_id: answered.id } : {}),
      });
      if (answer.status === 200) published.push({ id: answer.body.id, by });
      return;
    }
    case 'edit':
      if (target) {
        const media_ids = item.picture ? [await picture(target.by)] : [];
        await target.by.put(`/api/v1/statuses/${target.id}`, { status: 'other words', media_ids });
      }
      return;
    case 'delete':
      if (target) await target.by.delete(`/api/v1/statuses/${target.id}`);
      return;
    case 'boost':
      if (target) await cast[item.who].post(`/api/v1/statuses/${target.id}/reblog`);
      return;
    case 'unboost':
      if (target) await cast[item.who].post(`/api/v1/statuses/${target.id}/unreblog`);
      return;
    case 'favourite':
      if (target) await cast[item.who].post(`/api/v1/statuses/${target.id}/favourite`);
  }
}

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture that can be posted. @returns its id */
export async function picture(by: Person): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([DOT], { type: 'image/png' }), 'dot.png');
  return (await by.done<MediaAttachment>('POST', '/api/v2/media', form)).id;
}
