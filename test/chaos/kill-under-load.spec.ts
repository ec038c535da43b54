import { describe, expect, it } from '@jest/globals';
import { killUnderLoad } from './kill-under-load.js';

/** A short run of what `npm run chaos` does twenty times. */
describe('a server that is killed under load', () => {
  it('loses no acknowledged post, doubles none and leaves none half-written', async () => {
    const report = await killUnderLoad({ kills: 3, postsPerSecond: 50, between: 700 });
    expect(report).toMatchObject({ missing: 0, doubled: 0, halfWritten: 0, changedAnswers: 0 });
    expect(report.acknowledged).toBe(report.begun);
    expect(report.begun).toBeGreaterThan(50);
  }, 120_000);
});
