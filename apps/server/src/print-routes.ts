import 'reflect-metadata';
import { readEnvironment } from './config/env.js';
import { loadSettings } from './config/settings.js';
import { createApp } from './create-app.js';
import { listRoutes } from './platform/http/list-routes.js';

/** Prints the routes as the router knows them, in JSON: what the contract tests compare documents with. */
const app = await createApp(loadSettings(readEnvironment()));
const routes = listRoutes(app.getHttpAdapter().getInstance());
await app.init();
await app.getHttpAdapter().getInstance().ready();
process.stdout.write(`${JSON.stringify(routes)}\n`, () => void app.close().then(() => process.exit(0)));
