import { describe, expect, it } from '@jest/globals';
import type { PostRow, Row } from './rows.js';
import { withOutbox } from './with-outbox.js';

const post = (key: string, first = false, last = false) => ({ kind: 'post', key, first, last }) as PostRow;
const kinds = (rows: ReturnType<typeof withOutbox>) => rows.map((row) => row.key);

describe('unsent posts in a list', () => {
  const today: Row[] = [{ kind: 'band', key: 'band-1', day: 1 }, post('9', true), post('8', false, true)];

  it('stand on top of the sheet of today', () => {
    const rows = withOutbox(today, ['b', 'a'], 1);
    expect(kinds(rows)).toEqual(['band-1', 'outbox-b', 'outbox-a', '9', '8']);
    expect(rows.filter((row) => 'first' in row && row.first).map((row) => row.key)).toEqual(['outbox-b']);
  });

  it('get a sheet of their own when there is nothing of today', () => {
    const rows = withOutbox(today, ['a'], 2);
    expect(kinds(rows)).toEqual(['band-2', 'outbox-a', 'band-1', '9', '8']);
    expect(rows[1]).toMatchObject({ first: true, last: true });
  });

  it('change nothing when there are none', () => {
    expect(withOutbox(today, [], 1)).toEqual(today);
  });
});
