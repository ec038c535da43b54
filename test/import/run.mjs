import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Roost } from '@roost/test-kit';
import { startPostgres } from '../../tools/postgres/postgres.mjs';
import { makeTemplate } from '../template.mjs';
import { importPosts, realLines } from '../dist/import/import-posts.js';

const lines = await realLines(Number(process.argv[2] ?? 20_000));
if (!lines) {
  process.stdout.write('The real posts are not beside this checkout: nothing to import.\n');
  process.exit(0);
}
const dataDir = mkdtempSync(join(tmpdir(), 'roost-import-pg-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir, settings: { fsync: 'off' } });
try {
  process.env.ROOST_TEST_SUPER_URL = postgres.superUrl;
  process.env.ROOST_TEST_APP_URL = postgres.appUrl;
  await makeTemplate();
  const roost = await Roost.start({ ROOST_LOG_LEVEL: 'error' });
  const start = performance.now();
  const { refused, changed, ...counts } = await importPosts(roost, lines);
  console.table([
    { ...counts, refused: refused.length, changed: changed.length, seconds: Math.round((performance.now() - start) / 1000) },
  ]);
  for (const item of [...refused, ...changed].slice(0, 20)) console.log(item);
  await roost.stop();
  process.exitCode = refused.length + changed.length + counts.lost === 0 ? 0 : 1;
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
