import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './config/settings.js';
import { httpServer, prepareServer } from './platform/http/http-server.js';
import { createLogger, NestLog } from './platform/http/log.js';
import { OpenApiDocument } from './platform/http/openapi/openapi-document.js';
import { answerPreflights } from './platform/http/preflight.js';
import { SocketAdapter } from './reach/streaming/socket-adapter.js';
import { serveWebClient } from './platform/http/web-client.js';
import { measureRequests } from './platform/metrics/measure-requests.js';
import { Metrics } from './platform/metrics/metrics.js';
import { limitCallers } from './platform/rate-limit/rate-limit-callers.js';
import { RateLimits } from './platform/rate-limit/rate-limits.js';

/** Puts the application together without listening yet. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const logger = createLogger(settings);
  const adapter = httpServer(settings, logger);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    logger: new NestLog(logger),
    abortOnError: false,
    bodyParser: false,
  });
  const server = adapter.getInstance();
  await prepareServer(server, settings);
  measureRequests(server, app.get(Metrics));
  answerPreflights(server);
  limitCallers(server, app.get(RateLimits));
  await serveWebClient(server);
  app.useWebSocketAdapter(new SocketAdapter(app));
  app.get(OpenApiDocument).of(app);
  app.enableShutdownHooks();
  return app;
}
