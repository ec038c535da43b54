import { describe, expect, it } from '@jest/globals';
import type { Status } from '@roost/contracts';
import { changeOverlay, dropFromOverlay, mergeChange, overlay } from './overlay.js';

const status = {
  id: '1',
  favourited: false,
  reblogged: true,
  bookmarked: false,
  favourites_count: 3,
  reblogs_count: 1,
} as Status;

describe('the optimistic overlay', () => {
  it('counts a like that is on its way', () => {
    expect(mergeChange(status, { favourited: true })).toMatchObject({ favourited: true, favourites_count: 4, reblogs_count: 1 });
  });

  it('counts an undone boost down, never below zero', () => {
    expect(mergeChange(status, { reblogged: false })).toMatchObject({ reblogged: false, reblogs_count: 0 });
    expect(mergeChange({ ...status, reblogs_count: 0 }, { reblogged: false }).reblogs_count).toBe(0);
  });

  it('counts nothing twice once the server has confirmed', () => {
    const confirmed = { ...status, favourited: true, favourites_count: 4 };
    expect(mergeChange(confirmed, { favourited: true })).toBe(confirmed);
  });

  it('keeps one change when another of the same status is taken back', () => {
    changeOverlay('7', { favourited: true });
    changeOverlay('7', { bookmarked: true });
    dropFromOverlay('7', ['favourited']);
    expect(overlay.get().get('7')).toEqual({ bookmarked: true });
    dropFromOverlay('7', ['bookmarked']);
    expect(overlay.get().has('7')).toBe(false);
  });
});
