import fastify from 'fastify';
import { readFileSync } from 'node:fs';

/** The yardstick: Fastify that returns the same bytes without having to find them. Arguments: port, file with the bytes. */
const [port, file] = process.argv.slice(2);
const bytes = readFileSync(file ?? '');
const server = fastify();
server.get('/*', (_, reply) => reply.type('application/json; charset=utf-8').send(bytes));
await server.listen({ port: Number(port), host: '127.0.0.1' });
