import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './config/settings.js';
import { httpServer, prepareServer } from './platform/http/http-server.js';
import { createLogger, NestLog } from './platform/http/log.js';
import { serveWebClient } from './platform/http/web-client.js';

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
  await serveWebClient(server);
  app.enableShutdownHooks();
  return app;
}
