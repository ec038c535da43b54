import 'reflect-metadata';
import { readEnvironment } from './config/env.js';
import { loadSettings } from './config/settings.js';
import { migrate } from './platform/database/migrate.js';

/** Brings the schema up to date and ends: for deployments that migrate before they start, and for test templates. */
const done = await migrate(loadSettings(readEnvironment()));
process.stdout.write(`${done} migrations applied\n`);
