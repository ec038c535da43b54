import { describe, expect, it } from '@jest/globals';
import type { FilterAction, FilterContext, Status } from '@roost/contracts';
import { filterTitles, placeOf, withoutHidden } from './filtered.js';

const by = (title: string, filter_action: FilterAction, ...context: FilterContext[]): Status['filtered'][number] => ({
  filter: { id: '1', title, context, expires_at: null, filter_action },
  keyword_matches: null,
  status_matches: null,
});

describe('filters of a post', () => {
  const post = {
    filtered: [by('Football', 'warn', 'home'), by('Gossip', 'hide', 'public'), by('Cats', 'blur', 'home', 'thread')],
  };

  it('act only where they count', () => {
    expect(filterTitles(post, 'home', ['warn', 'hide'])).toEqual(['Football']);
    expect(filterTitles(post, 'thread', ['blur'])).toEqual(['Cats']);
    expect(filterTitles(post, 'account', ['warn', 'hide', 'blur'])).toEqual([]);
  });

  it('leave out what they hide, and nothing else', () => {
    const plain = { filtered: [] };
    expect(withoutHidden('public', [post, plain])).toEqual([plain]);
    expect(withoutHidden('home', [post, plain])).toEqual([post, plain]);
  });

  it.each([
    ['home', 'home'],
    ['list:12', 'home'],
    ['company', 'public'],
    ['tag:home', 'public'],
    ['thread:5', 'thread'],
    ['account:5', 'account'],
  ])('know the place of %s', (channel, place) => {
    expect(placeOf(channel)).toBe(place);
  });
});
