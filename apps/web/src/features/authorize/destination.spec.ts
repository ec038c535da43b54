import { describe, expect, it } from '@jest/globals';
import { OUT_OF_BAND } from '@roost/contracts';
import { destinationOf } from './destination.js';

describe('where an app wants to be answered', () => {
  it.each([
    ['https://elk.zone/api/roost.example/oauth/https%3A%2F%2Felk.zone', 'elk.zone'],
    ['http://localhost:5173/?x=1', 'localhost:5173'],
    ['icecubesapp://', 'icecubesapp'],
    ['com.tapbots.Ivory.10217:/request_token/4E5F', 'com.tapbots.ivory.10217'],
    [OUT_OF_BAND, null],
  ])('is said of %s as %s', (uri, words) => {
    expect(destinationOf(uri)).toBe(words);
  });
});
