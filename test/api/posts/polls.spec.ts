import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ErrorBody, LIMITS, type Notification, Poll, Status, StatusEdit } from '@roost/contracts';
import { type Cast, LiveClient, type Person, type Roost, startRoost, until } from '@roost/test-kit';
import fc from 'fast-check';
import sharp from 'sharp';
import { journalOf, NOT_FOUND, refusal, uploaded } from './support.js';

let roost: Roost;
let cast: Cast;

beforeAll(async () => {
  roost = await startRoost();
  cast = await roost.cast();
});
afterAll(() => roost.stop());

const LUNCH = { options: ['Pizza', 'Salad', 'Soup'], expires_in: 3600 };

async function asks(person: Person, poll: Record<string, unknown> = {}, fields: Record<string, unknown> = {}): Promise<Poll> {
  return (await asksIn(person, poll, fields)).poll;
}

async function asksIn(person: Person, poll: Record<string, unknown> = {}, fields: Record<string, unknown> = {}) {
  const status = await person.publishes('What shall we eat?', { poll: { ...LUNCH, ...poll }, ...fields });
  if (!status.poll) throw new Error('no poll came back');
  return { ...status, poll: status.poll };
}

function votes(person: Person, id: string, ...choices: unknown[]) {
  return person.post<Poll & ErrorBody>(`/api/v1/polls/${id}/votes`, { choices });
}

async function seenBy(person: Person, id: string): Promise<Poll> {
  return (await person.get<Poll>(`/api/v1/polls/${id}`)).body;
}

/** Turns the clock of a poll: tests cannot wait five minutes. */
async function isOver(id: string): Promise<void> {
  await roost.db.query(`update poll set expires_at = now() - interval '1 second' where id = $1`, [id]);
}

describe('putting up a poll', () => {
  it('comes back with its options, its end and no votes', async () => {
    const before = Date.now();
    const status = await asksIn(cast.ann);
    expect(Status.safeParse(status).error).toBeUndefined();
    const { poll } = status;
    expect(poll).toMatchObject({
      expired: false,
      multiple: false,
      votes_count: 0,
      voters_count: 0,
      options: [
        { title: 'Pizza', votes_count: 0 },
        { title: 'Salad', votes_count: 0 },
        { title: 'Soup', votes_count: 0 },
      ],
      voted: true,
      own_votes: [],
    });
    const runs = new Date(poll.expires_at ?? 0).getTime() - before;
    expect(Math.abs(runs - 3_600_000)).toBeLessThan(60_000);
    expect(await seenBy(cast.ben, poll.id)).toEqual({ ...poll, voted: false });
    const [entry] = await journalOf(roost, status.id, 'status.published');
    expect(entry?.payload.poll).toMatchObject({ id: poll.id, options: LUNCH.options, multiple: false });
  });

  it.each<[string, () => BodyInit]>([
    [
      'a form',
      () => new URLSearchParams('status=Which&poll[options][]=One&poll[options][]=Two&poll[expires_in]=300&poll[multiple]=true'),
    ],
    [
      'a form with an index hash',
      () => new URLSearchParams('status=Which&poll[options][0]=One&poll[options][1]=Two&poll[expires_in]=300&poll[multiple]=1'),
    ],
    [
      'a multipart form',
      () => {
        const form = new FormData();
        for (const [name, value] of [
          ['status', 'Which'],
          ['poll[options][]', 'One'],
          ['poll[options][]', 'Two'],
          ['poll[expires_in]', '300'],
          ['poll[multiple]', 'on'],
        ] as const)
          form.append(name, value);
        return form;
      },
    ],
    [
      'JSON',
      () => JSON.stringify({ status: 'Which', poll: { options: ['One', ' Two ', ''], expires_in: '300', multiple: 'true' } }),
    ],
  ])('reads it from %s', async (_, body) => {
    const made = body();
    const headers: Record<string, string> = typeof made === 'string' ? { 'content-type': 'application/json' } : {};
    const answer = await cast.ann.call<Status>('POST', '/api/v1/statuses', { body: made, headers });
    expect(answer.status).toBe(200);
    expect(answer.body.poll).toMatchObject({ multiple: true, options: [{ title: 'One' }, { title: 'Two' }] });
  });

  it('needs no text beside it', async () => {
    const answer = await cast.ann.post<Status>('/api/v1/statuses', { poll: LUNCH });
    expect([answer.status, answer.body.content, answer.body.poll?.options.length]).toEqual([200, '', 3]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['one option', { options: ['Only'] }, 'Options must be more than one'],
    ['no option', { options: [] }, 'Options must be more than one'],
    ['blank options', { options: ['A', '  ', '\u200b'] }, 'Options must be more than one'],
    ['five options', { options: ['1', '2', '3', '4', '5'] }, "Options can't contain more than 4 items"],
    ['the same option twice', { options: ['Yes', ' Yes'] }, 'Options contain duplicate items'],
    ['51 characters', { options: ['a'.repeat(51), 'b'] }, "Options can't be longer than 50 characters each"],
    ['no end', { expires_in: null }, "Expires at can't be blank"],
    ['an end in a moment', { expires_in: LIMITS.pollMinSeconds - 1 }, 'Expires at is too soon'],
    ['an end next year', { expires_in: LIMITS.pollMaxSeconds + 1 }, 'Expires at is too far into the future'],
  ])('refuses %s', async (_, poll, sentence) => {
    const answer = await cast.ann.post<ErrorBody>('/api/v1/statuses', { status: 'x', poll: { ...LUNCH, ...poll } });
    expect(refusal(answer)).toEqual({ status: 422, code: 'poll.refused', error: `Validation failed: ${sentence}` });
  });

  it.each([{ expires_in: 'soon' }, { options: [{ a: 1 }] }, { multiple: 'perhaps' }, 'yes', 7])(
    'refuses nonsense such as %j without stumbling',
    async (poll) => {
      const given = typeof poll === 'object' ? { ...LUNCH, ...poll } : poll;
      const answer = await cast.ann.post<ErrorBody>('/api/v1/statuses', { status: 'x', poll: given });
      expect(answer.status).toBe(422);
    },
  );

  it('takes fifty characters as people count them, and the limits that it advertises', async () => {
    const family = '👨‍👩‍👧‍👦'.repeat(50);
    const poll = await asks(cast.ann, { options: [family, 'b'], expires_in: LIMITS.pollMinSeconds });
    expect(poll.options[0]?.title).toBe(family);
    const { body } = await roost.anonymous.get<{ configuration: { polls: unknown } }>('/api/v2/instance');
    expect(body.configuration.polls).toEqual({
      max_options: 4,
      max_characters_per_option: 50,
      min_expiration: 300,
      max_expiration: 2_629_746,
    });
  });

  it('asks or shows, not both', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    const { id } = await uploaded(cast.ann, picture);
    const answer = await cast.ann.post<ErrorBody>('/api/v1/statuses', { status: 'x', poll: LUNCH, media_ids: [id] });
    expect(refusal(answer)).toMatchObject({ status: 422, code: 'status.poll_with_media' });
  });
});

describe('voting', () => {
  it('counts, and says to nobody else who chose what', async () => {
    const { ann, ben, max } = cast;
    const { poll, id } = await asksIn(ann);
    const answer = await votes(ben, poll.id, '1');
    expect(answer.status).toBe(200);
    expect(Poll.safeParse(answer.body).error).toBeUndefined();
    expect(answer.body).toMatchObject({ votes_count: 1, voters_count: 1, voted: true, own_votes: [1] });
    expect(answer.body.options.map((option) => option.votes_count)).toEqual([0, 1, 0]);
    for (const other of [ann, max]) expect((await seenBy(other, poll.id)).own_votes).toEqual([]);
    expect((await seenBy(max, poll.id)).voted).toBe(false);
    expect((await ben.get<Status>(`/api/v1/statuses/${id}`)).body.poll).toEqual(answer.body);
    const [entry] = await journalOf(roost, id, 'poll.voted');
    expect(entry).toMatchObject({
      actor_id: ben.id,
      audience: { visibility: 'self' },
      payload: { pollId: poll.id, choices: [1] },
    });
  });

  it('takes several choices where the author lets it, each once', async () => {
    const poll = await asks(cast.ann, { multiple: true });
    const { body } = await votes(cast.ben, poll.id, 2, '0', 2);
    expect(body).toMatchObject({ votes_count: 2, voters_count: 1, own_votes: [0, 2] });
    expect(refusal(await votes(cast.max, (await asks(cast.ann)).id, 0, 1))).toMatchObject({
      status: 422,
      error: 'Validation failed: Only one option can be chosen in this poll',
    });
  });

  it('refuses a second vote, a vote of the author, a vote that is late and a choice that is none', async () => {
    const { ann, ben, max } = cast;
    const poll = await asks(ann);
    await votes(ben, poll.id, 0);
    expect(refusal(await votes(ben, poll.id, 1)).error).toBe('Validation failed: You have already voted on this poll');
    expect(refusal(await votes(ann, poll.id, 1)).error).toBe('Validation failed: You cannot vote in your own polls');
    expect(refusal(await votes(max, poll.id, 3)).error).toBe('Validation failed: The chosen vote option does not exist');
    expect((await votes(max, poll.id)).status).toBe(422);
    for (const odd of [-1, 'x', 1.5, null, { a: 1 }]) expect((await votes(max, poll.id, odd)).status).toBe(422);
    await isOver(poll.id);
    expect(refusal(await votes(max, poll.id, 0)).error).toBe('Validation failed: The poll has already ended');
    expect(await seenBy(max, poll.id)).toMatchObject({ expired: true, votes_count: 1, voters_count: 1 });
  });

  it('is for those who see the post', async () => {
    const { ann, ben, max, cleo } = cast;
    const open = await asks(ann);
    const followers = await asks(ann, {}, { visibility: 'private' });
    expect(refusal(await votes(cleo, open.id, 0))).toEqual(NOT_FOUND);
    expect(refusal(await max.get<Poll & ErrorBody>(`/api/v1/polls/${followers.id}`))).toEqual(NOT_FOUND);
    expect(refusal(await votes(max, followers.id, 0))).toEqual(NOT_FOUND);
    expect((await votes(ben, followers.id, 0)).status).toBe(200);
    expect(refusal(await votes(ben, '1', 0))).toEqual(NOT_FOUND);
  });

  it('keeps totals to itself until the end where the author wants it', async () => {
    const { ann, ben } = cast;
    const poll = await asks(ann, { hide_totals: true });
    const { body } = await votes(ben, poll.id, 1);
    expect(body).toMatchObject({
      votes_count: 1,
      options: [{ votes_count: null }, { votes_count: null }, { votes_count: null }],
    });
    expect((await seenBy(ann, poll.id)).options[1]?.votes_count).toBeNull();
    await isOver(poll.id);
    expect((await seenBy(ben, poll.id)).options.map((option) => option.votes_count)).toEqual([0, 1, 0]);
  });

  it('shows the same poll on a boost', async () => {
    const { poll, id } = await asksIn(cast.ann);
    const boost = await cast.ben.done<Status>('POST', `/api/v1/statuses/${id}/reblog`);
    expect([boost.poll, boost.reblog?.poll?.id]).toEqual([null, poll.id]);
  });

  it('counts exactly what was cast, whoever votes at the same moment', async () => {
    const crowd = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => roost.person({ handle: `voter_${n}` })));
    const ballots = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: crowd.length,
    });
    await fc.assert(
      fc.asyncProperty(ballots, fc.boolean(), async (chosen, multiple) => {
        const poll = await asks(cast.ann, { multiple });
        // Everybody votes twice at once; one of the two counts, if it may.
        const cast2 = chosen.flatMap((choices, index) => {
          const voter = crowd[index] as Person;
          return [votes(voter, poll.id, ...choices), votes(voter, poll.id, ...choices)];
        });
        const statuses = (await Promise.all(cast2)).map((answer) => answer.status);
        const counted = chosen.filter((choices) => choices.every((choice) => choice < 3) && (multiple || choices.length === 1));
        const after = await seenBy(cast.ben, poll.id);
        expect(statuses.filter((status) => status === 200)).toHaveLength(counted.length);
        expect(after.voters_count).toBe(counted.length);
        expect(after.votes_count).toBe(counted.flat().length);
        expect(after.options.map((option) => option.votes_count)).toEqual(
          [0, 1, 2].map((option) => counted.flat().filter((choice) => choice === option).length),
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('the end of a poll', () => {
  it('is told to the author and to everybody who voted, once', async () => {
    const { ann, ben, max, ada } = cast;
    const { poll, id } = await asksIn(ann);
    await votes(ben, poll.id, 0);
    await votes(max, poll.id, 2);
    await isOver(poll.id);
    const told = async (person: Person): Promise<Notification[]> =>
      (await person.get<Notification[]>('/api/v1/notifications', { types: ['poll'] })).body.filter(
        (item) => item.status?.id === id,
      );
    for (const person of [ann, ben, max]) {
      const [notification] = await until(async () => {
        const found = await told(person);
        return found.length > 0 && found;
      });
      expect(notification).toMatchObject({
        type: 'poll',
        account: { id: ann.id },
        status: { poll: { id: poll.id, expired: true } },
      });
    }
    expect(await told(ada)).toEqual([]);
    expect(await journalOf(roost, id, 'poll.ended')).toMatchObject([
      { actor_id: null, payload: { pollId: poll.id, tallies: [1, 0, 1], votersCount: 2 } },
    ]);
    // Another round of whoever looks for ended polls finds nothing more to say of this one.
    const other = await asksIn(ann);
    await isOver(other.poll.id);
    await until(async () => (await journalOf(roost, other.id, 'poll.ended')).length > 0);
    expect(await journalOf(roost, id, 'poll.ended')).toHaveLength(1);
    expect(await told(ben)).toHaveLength(1);
  });

  it('says nothing of a poll whose post was deleted', async () => {
    const gone = await asksIn(cast.ann);
    const deleted = await cast.ann.done<Status>('DELETE', `/api/v1/statuses/${gone.id}`);
    expect(deleted.poll).toMatchObject({
      id: gone.poll.id,
      options: [{ title: 'Pizza' }, { title: 'Salad' }, { title: 'Soup' }],
    });
    expect(refusal(await votes(cast.ben, gone.poll.id, 0))).toEqual(NOT_FOUND);
    await isOver(gone.poll.id);
    const kept = await asksIn(cast.ann);
    await isOver(kept.poll.id);
    await until(async () => (await journalOf(roost, kept.id, 'poll.ended')).length > 0);
    expect(await journalOf(roost, gone.id, 'poll.ended')).toEqual([]);
  });

  it('reaches those who look at the post, as votes do, without saying who voted', async () => {
    const { ann, ben, max } = cast;
    const { poll, id } = await asksIn(ann);
    const client = await LiveClient.connect(roost.url, max.cookie);
    expect(await client.subscribe(`thread:${id}`)).toMatchObject({ ok: true });
    await votes(ben, poll.id, 1);
    const first = await until(() => client.events.find((event) => event.type === 'status.poll'));
    expect(first.payload).toEqual((await max.get<Status>(`/api/v1/statuses/${id}`)).body);
    expect(first.payload.poll).toMatchObject({ votes_count: 1, voters_count: 1, voted: false, own_votes: [] });
    await isOver(poll.id);
    await until(() => client.events.some((event) => event.type === 'status.poll' && event.payload.poll?.expired));
    client.close();
  });
});

describe('editing a post with a poll', () => {
  const edit = (id: string, body: Record<string, unknown>) => cast.ann.put<Status & ErrorBody>(`/api/v1/statuses/${id}`, body);

  it('keeps the votes while the question stays, and asks anew when it changes', async () => {
    const { ben } = cast;
    const { poll, id } = await asksIn(cast.ann);
    await votes(ben, poll.id, 0);
    const same = (await edit(id, { status: 'What to eat?', poll: LUNCH })).body;
    expect(same.poll).toMatchObject({ id: poll.id, expires_at: poll.expires_at, voters_count: 1 });
    expect((await edit(id, { status: 'What to eat today?' })).body.poll).toMatchObject({ voters_count: 1 });
    const other = (await edit(id, { poll: { ...LUNCH, options: ['Pizza', 'Curry'] } })).body;
    expect(other.poll).toMatchObject({ id: poll.id, voters_count: 0, options: [{ title: 'Pizza' }, { title: 'Curry' }] });
    expect(await seenBy(ben, poll.id)).toMatchObject({ voted: false, own_votes: [] });
    expect((await votes(ben, poll.id, 1)).body).toMatchObject({ voters_count: 1, own_votes: [1] });
    const history = (await ben.get<StatusEdit[]>(`/api/v1/statuses/${id}/history`)).body;
    for (const version of history) expect(StatusEdit.safeParse(version).error).toBeUndefined();
    expect(history.map((version) => version.poll?.options.map((option) => option.title))).toEqual([
      LUNCH.options,
      LUNCH.options,
      LUNCH.options,
      ['Pizza', 'Curry'],
    ]);
  });

  it('tells those who look at it, each with their own vote', async () => {
    const { ann, ben } = cast;
    const { poll, id } = await asksIn(ann, { multiple: true });
    await votes(ben, poll.id, 0, 2);
    const client = await LiveClient.connect(roost.url, ben.cookie);
    expect(await client.subscribe(`thread:${id}`)).toMatchObject({ ok: true });
    await edit(id, { status: 'What to eat at noon?' });
    const event = await until(() => client.events.find((one) => one.type === 'status.edited'));
    expect(event.payload).toEqual((await ben.get<Status>(`/api/v1/statuses/${id}`)).body);
    client.close();
  });

  it('asks anew when one choice becomes several', async () => {
    const { poll, id } = await asksIn(cast.ann);
    await votes(cast.ben, poll.id, 0);
    expect((await edit(id, { poll: { ...LUNCH, multiple: true } })).body.poll).toMatchObject({ multiple: true, voters_count: 0 });
  });

  it('takes the poll away when told so, and adds one where there was none', async () => {
    const { poll, id } = await asksIn(cast.ann);
    expect((await edit(id, { poll: null })).body.poll).toBeNull();
    expect(refusal(await cast.ben.get<Poll & ErrorBody>(`/api/v1/polls/${poll.id}`))).toEqual(NOT_FOUND);
    expect((await edit(id, { poll: LUNCH })).body.poll?.options).toHaveLength(3);
  });

  it('leaves a post nothing to say', async () => {
    const { body } = await cast.ann.post<Status>('/api/v1/statuses', { poll: LUNCH });
    expect(refusal(await edit(body.id, { poll: '' }))).toMatchObject({ status: 422, code: 'status.blank' });
  });

  it('gives more time, opens nothing again, and changes no question after the window', async () => {
    const { poll, id } = await asksIn(cast.ann);
    const longer = (await edit(id, { poll: { ...LUNCH, expires_in: 7200 } })).body.poll;
    expect(new Date(longer?.expires_at ?? 0).getTime()).toBeGreaterThan(new Date(poll.expires_at ?? 0).getTime());
    await roost.db.query(`update status set created_at = now() - interval '1 hour' where id = $1`, [id]);
    expect(refusal(await edit(id, { poll: { ...LUNCH, options: ['A', 'B'] } }))).toMatchObject({
      code: 'status.edit_window_over',
    });
    await isOver(poll.id);
    expect((await edit(id, { sensitive: true, poll: { ...LUNCH, expires_in: 900 } })).body.poll?.expired).toBe(true);
  });
});
