import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './config/settings.js';
import { httpServer, prepareServer } from './platform/http/http-server.js';
import { createLogger, NestLog } from './platform/http/log.js';
import { answerPreflights } from './platform/http/preflight.js';
import { SocketAdapter } from './reach/streaming/socket-adapter.js';
import { serveWebClient } from './platform/http/web-client.js';
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
  answerPreflights(server);
  limitCallers(server, app.get(RateLimits));
  await serveWebClient(server);
  app.useWebSocketAdapter(new SocketAdapter(app));
  app.enableShutdownHooks();
  return app;
}
