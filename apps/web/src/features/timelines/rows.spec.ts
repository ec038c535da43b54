import { describe, expect, it } from '@jest/globals';
import type { Account, Status } from '@roost/contracts';
import { compareIds, toRows, type PostRow, type Row } from './rows.js';

const noon = new Date(2026, 8, 22, 12, 0).getTime();

function aStatus(id: string, author: string, minutesBefore: number, extra: Partial<Status> = {}): Status {
  const created_at = new Date(noon - minutesBefore * 60_000).toISOString();
  return {
    id,
    account: { id: author } as Account,
    created_at,
    reblog: null,
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    visibility: 'public',
    ...extra,
  } as Status;
}

const aBoost = (id: string, by: string, minutesBefore: number, of: Status) =>
  aStatus(id, by, minutesBefore, { reblog: of as Status['reblog'] });
const posts = (rows: Row[]) => rows.filter((row): row is PostRow => row.kind === 'post');
const shape = (rows: Row[]) => rows.map((row) => (row.kind === 'post' ? row.status.id : row.kind));

describe('the rows of a timeline', () => {
  it('puts a band before each day', () => {
    const rows = toRows([aStatus('3', 'ann', 0), aStatus('2', 'ben', 60), aStatus('1', 'ann', 24 * 60)]);
    expect(shape(rows)).toEqual(['band', '3', '2', 'band', '1']);
    expect(posts(rows).map((row) => [row.first, row.last])).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  it('joins posts of one author within ten minutes and reads them in order', () => {
    const rows = toRows([aStatus('4', 'ben', 0), aStatus('3', 'ann', 5), aStatus('2', 'ann', 12), aStatus('1', 'ann', 30)]);
    expect(shape(rows)).toEqual(['band', '4', '2', '3', '1']);
    expect(posts(rows).map((row) => [row.inRun, row.runGoesOn])).toEqual([
      [false, false],
      [false, true],
      [true, false],
      [false, false],
    ]);
  });

  it('keeps an answer to somebody else out of a run, not a continuation of one’s own', () => {
    const answer = { in_reply_to_id: '0', in_reply_to_account_id: 'ben' };
    expect(posts(toRows([aStatus('2', 'ann', 0, answer), aStatus('1', 'ann', 1)])).some((row) => row.inRun)).toBe(false);
    const own = { in_reply_to_id: '1', in_reply_to_account_id: 'ann' };
    expect(posts(toRows([aStatus('2', 'ann', 0, own), aStatus('1', 'ann', 1)])).some((row) => row.inRun)).toBe(true);
  });

  it('merges boosts of one post within twelve hours and names the first booster first', () => {
    const original = aStatus('1', 'ann', 300);
    const rows = posts(toRows([aBoost('9', 'cleo', 0, original), aStatus('8', 'max', 1), aBoost('7', 'ben', 100, original)]));
    expect(rows.map((row) => row.status.id)).toEqual(['1', '8']);
    expect(rows[0]?.boostedBy.map((person) => person.id)).toEqual(['ben', 'cleo']);
  });

  it('names the boosters on the post itself where it stands in the list, and shows it once', () => {
    const original = aStatus('1', 'ann', 60);
    const rows = posts(toRows([aBoost('9', 'cleo', 0, original), aBoost('7', 'ben', 10, original), original]));
    expect(rows.map((row) => [row.key, row.boostedBy.map((person) => person.id)])).toEqual([['1', ['ben', 'cleo']]]);
  });

  it('keeps the key of a boosted row when a newer boost joins it', () => {
    const original = aStatus('1', 'ann', 300);
    const before = posts(toRows([aBoost('7', 'ben', 100, original)]));
    const after = posts(toRows([aBoost('9', 'cleo', 0, original), aBoost('7', 'ben', 100, original)]));
    expect(after[0]?.key).toBe(before[0]?.key);
  });

  it('starts a new row for a boost more than twelve hours older', () => {
    const original = aStatus('1', 'ann', 2000);
    const rows = posts(toRows([aBoost('9', 'cleo', 0, original), aBoost('7', 'ben', 13 * 60, original)]));
    expect(rows.map((row) => row.boostedBy.map((person) => person.id))).toEqual([['cleo'], ['ben']]);
  });

  it('draws the reading line above the newest post already seen, and cuts a run there', () => {
    const rows = toRows([aStatus('12', 'ann', 0), aStatus('9', 'ann', 2), aStatus('8', 'ben', 3)], { lastRead: '9' });
    expect(shape(rows)).toEqual(['band', '12', 'line', '9', '8']);
    expect(posts(rows).every((row) => !row.inRun)).toBe(true);
  });

  it('leaves posts that stand alone out of runs, so that the others keep their name', () => {
    const list = [aStatus('9', 'ann', 0), aStatus('8', 'ann', 1), aStatus('7', 'ann', 2), aStatus('6', 'ann', 3)];
    const rows = posts(toRows(list, { isAlone: (status) => status.id === '8' }));
    expect(rows.map((row) => [row.status.id, row.inRun])).toEqual([
      ['9', false],
      ['8', false],
      ['6', false],
      ['7', true],
    ]);
  });

  it('draws no line when there is nothing new', () => {
    expect(shape(toRows([aStatus('9', 'ann', 0)], { lastRead: '9' }))).toEqual(['band', '9']);
  });

  it('puts a gap below the post it follows', () => {
    const gap = { above: '12', below: '3', from: 0, to: 1 };
    expect(shape(toRows([aStatus('12', 'ann', 0), aStatus('3', 'ben', 3)], { gaps: [gap] }))).toEqual(['band', '12', 'gap', '3']);
  });

  it('orders ids as numbers', () => {
    expect(['9', '10', '2'].sort(compareIds)).toEqual(['2', '9', '10']);
  });
});
