import { describe, expect, it } from '@jest/globals';
import { countJest, countPlaywright, noResult, sum, summaryLine } from './test-counts.mjs';

const jest = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0, success: true };
const journeys = { stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] };

describe('the counts of npm test', () => {
  it('add up over the parts', () => {
    expect(summaryLine(sum([countJest(jest), countPlaywright(journeys)]))).toBe('10 passed, 0 failed');
  });

  it('take a file that does not load for a failure', () => {
    expect(countJest({ ...jest, numRuntimeErrorTestSuites: 2, success: false })).toEqual({ passed: 7, failed: 2 });
  });

  it('take a run that jest calls failed for a failure even when every test passed', () => {
    expect(countJest({ ...jest, success: false })).toEqual({ passed: 7, failed: 1 });
  });

  it('take a journey that passed only when repeated, and an error outside of journeys, for failures', () => {
    expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [{}] })).toEqual({ passed: 3, failed: 3 });
  });

  it('take silence for a failure', () => {
    expect(summaryLine(sum([noResult, countJest(jest)]))).toBe('7 passed, 1 failed');
  });
});
