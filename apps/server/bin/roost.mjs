#!/usr/bin/env node
// The command `roost`. In a checkout it finds the database of `npm start`; elsewhere DATABASE_URL names it.
import { existsSync } from 'node:fs';

const checkout = new URL('../../../tools/roost.mjs', import.meta.url);
await import((existsSync(checkout) ? checkout : new URL('../dist/src/cli.js', import.meta.url)).href);
