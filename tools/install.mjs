// Installs the dependencies when they are missing or outdated; says nothing when they are as package-lock.json wants them.
import { ensureInstalled } from './lib/workspace.mjs';

try {
  await ensureInstalled((line) => console.log(line));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
