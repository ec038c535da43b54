// `npm run fuzz -- 2000`: calls every operation of the API so many times with what nobody expects, and ends with the number of failures.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/workspace.mjs';

const calls = process.argv[2] ?? '2000';
if (!/^[1-9]\d{0,5}$/.test(calls)) {
  console.error('Say how many calls of each operation: npm run fuzz -- 2000');
  process.exit(1);
}
const { status } = spawnSync(process.execPath, [join(root, 'tools/test.mjs'), 'test/contract/fuzz'], {
  cwd: root,
  env: { ...process.env, ROOST_FUZZ_CALLS: calls },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
