import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../tools/postgres/postgres.mjs';
import { makeTemplate } from '../template.mjs';
import { killUnderLoad } from '../dist/chaos/kill-under-load.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    rate: { type: 'string', default: '50' },
    between: { type: 'string', default: '2000' },
  },
});
const dataDir = mkdtempSync(join(tmpdir(), 'roost-chaos-pg-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir });
try {
  process.env.ROOST_TEST_SUPER_URL = postgres.superUrl;
  process.env.ROOST_TEST_APP_URL = postgres.appUrl;
  await makeTemplate();
  const report = await killUnderLoad({
    kills: Number(values.kills),
    postsPerSecond: Number(values.rate),
    between: Number(values.between),
  });
  console.table([report]);
  const sound =
    report.missing + report.doubled + report.halfWritten + report.changedAnswers === 0 && report.acknowledged === report.begun;
  process.stdout.write(
    sound
      ? 'No acknowledged post was lost, none doubled, none half-written.\n'
      : 'Something was lost, doubled or half-written.\n',
  );
  process.exitCode = sound ? 0 : 1;
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
