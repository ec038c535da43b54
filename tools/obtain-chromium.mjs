// Prints the path of a Chromium for the browser journeys, after getting one when the machine has none.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obtainChromium } from './lib/chromium.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
try {
  console.log(obtainChromium((line) => console.error(line), root));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
