import { describe, expect, it } from '@jest/globals';
import { readLinks } from './links.js';

describe('Link headers', () => {
  it('gives both neighbours as paths of this origin', () => {
    const header =
      '<https://roost.example/api/v1/timelines/home?max_id=5>; rel="next", <https://roost.example/api/v1/timelines/home?min_id=9>; rel="prev"';
    expect(readLinks(header, 'http://localhost:5173')).toEqual({
      next: '/api/v1/timelines/home?max_id=5',
      prev: '/api/v1/timelines/home?min_id=9',
    });
  });

  it('gives nothing where nothing stands', () => {
    expect(readLinks(null, 'http://localhost')).toEqual({});
    expect(readLinks('<https://roost.example/x>; rel="self"', 'http://localhost')).toEqual({});
  });
});
