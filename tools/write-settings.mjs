import { writeFileSync } from 'node:fs';
import { describeSettings } from '../apps/server/dist/src/config/describe-settings.js';

/** Writes docs/operations/settings.md anew; run it after a change of config/settings.ts. Needs a built server. */
writeFileSync(new URL('../docs/operations/settings.md', import.meta.url), describeSettings());
