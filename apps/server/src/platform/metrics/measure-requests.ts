import type { FastifyInstance } from 'fastify';
import { isStreaming } from '../access/bearer-token.js';
import type { Metrics } from './metrics.js';

/** Times every request under the pattern of its route, so that ids make no series of their own. Streams are as long as one listens. */
export function measureRequests(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onResponse', (request, reply, done) => {
    if (isStreaming(request.url) && reply.statusCode < 400) {
      done();
      return;
    }
    const { url, schema } = request.routeOptions;
    const isFile = schema !== undefined && 'hide' in schema && schema.hide === true;
    metrics.observeRequest(request.method, isFile ? 'files' : (url ?? 'none'), reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}
