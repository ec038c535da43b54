import { readFileSync, writeFileSync } from 'node:fs';
import { addMissingPlatforms, missingPlatforms } from './checks/platform-packages.mjs';

/** After `npm install` against a registry that lacks packages for other platforms: puts their names back, so that `npm ci` works. */
const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingPlatforms(lock);
if (missing.length > 0) writeFileSync(path, `${JSON.stringify(addMissingPlatforms(lock), null, 2)}\n`);
console.log(`${missing.length} packages for other platforms added to package-lock.json`);
