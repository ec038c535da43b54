export { Client, Person, type Answer, type CallOptions } from './client.js';
export { LiveClient } from './live-client.js';
export { asSuperuser, newDatabase, testPostgres, withDatabase } from './postgres.js';
export { PASSWORD, Roost, startRoost, type Cast, type PersonFields } from './roost.js';
export { freePort, NODE, startServer, type ServerOptions, type ServerProcess } from './server-process.js';
export { until } from './until.js';
