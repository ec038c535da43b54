import { describe, expect, it } from '@jest/globals';
import type { Announcement, AnnouncementNews } from '@roost/contracts';
import { withNews, withReactionCount } from './apply-news.js';

const cake = { name: '🍰', count: 2, me: true };
const known = { id: '1', content: 'Cake', read: true, reactions: [cake] } as Announcement;
const news = { id: '1', content: 'More cake', reactions: [{ name: '🍰', count: 3 }] } as AnnouncementNews;

describe('news of an announcement', () => {
  it('change what it says, and leave what the reader did with it', () => {
    expect(withNews([known], news)).toEqual([{ ...news, read: true, reactions: [{ ...cake, count: 3 }] }]);
  });

  it('bring a new one, unread', () => {
    expect(withNews([], news)).toEqual([{ ...news, read: false, reactions: [{ name: '🍰', count: 3, me: false }] }]);
  });
});

describe('the count of a reaction', () => {
  const count = (name: string, value: number) =>
    withReactionCount([known], { announcement_id: '1', name, count: value })[0]?.reactions;

  it('is the new one, at its place', () => expect(count('🍰', 5)).toEqual([{ ...cake, count: 5 }]));
  it('begins with a new kind', () => expect(count('🎉', 1)).toEqual([cake, { name: '🎉', count: 1, me: false }]));
  it('ends a kind that nobody gives any more', () => expect(count('🍰', 0)).toEqual([]));

  it('is nothing to other announcements', () => {
    expect(withReactionCount([known], { announcement_id: '2', name: '🍰', count: 9 })).toEqual([known]);
  });
});
