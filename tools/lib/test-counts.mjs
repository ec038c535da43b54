/** A part that ended without a result, however that came, counts as one failure: silence must not look like success. */
export const noResult = { passed: 0, failed: 1 };

/** Counts a report of jest; a file that could not even be loaded is a failure of its own. */
export function countJest({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, success }) {
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: success ? failed : Math.max(failed, 1) };
}

/** Counts a report of Playwright. A journey that passed only when repeated did fail. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

export function sum(counts) {
  return counts.reduce((total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

export function summaryLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
