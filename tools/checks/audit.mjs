/** Known faults we live with for a while, and why: `{ advisory: 'GHSA-…', reason: '…' }`. */
const exceptions = [];

const grave = new Set(['high', 'critical']);

/**
 * Judges what `npm audit --json` answered. A registry that cannot be asked is no finding:
 * the network is closed, and then the answer is `undefined`.
 * @returns {string[] | undefined}
 */
export function judgeAudit(text, known = exceptions) {
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!report.vulnerabilities) return undefined;
  const excused = (via) => known.some(({ advisory }) => via.url?.endsWith(advisory));
  return Object.values(report.vulnerabilities)
    .filter(({ severity }) => grave.has(severity))
    .flatMap(({ name, via }) =>
      via
        .filter((each) => typeof each === 'object' && grave.has(each.severity) && !excused(each))
        .map((each) => `${name}: ${each.severity}: ${each.title} (${each.url})`),
    );
}
