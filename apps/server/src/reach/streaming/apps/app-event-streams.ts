import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { LiveEvent } from '@roost/contracts';
import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Viewer } from '../../../platform/access/principal.js';
import type { CloseReason, Transport } from '../connection.js';
import { StreamingHub } from '../streaming-hub.js';
import { WatchChannel } from '../watch-channel.js';
import { appEvent } from './app-event.js';
import { AppSession } from './app-session.js';
import { QUEUE_BYTES } from './app-sockets.js';
import { readStream, type WantedStream } from './app-stream.js';

const HEARTBEAT_MS = 15_000;
/** No empty line after it: some libraries take one for the end of an event without a name. */
const HEARTBEAT = ':thump\n';
const FAREWELL_MS = 1_000;

interface Listener {
  response: ServerResponse;
  session: AppSession;
}

/** Mastodon's server-sent events: one stream for each request. */
@Injectable()
export class AppEventStreams implements Transport, OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(AppEventStreams.name);
  private readonly listeners = new Map<string, Listener>();
  private heart: NodeJS.Timeout | null = null;

  constructor(
    private readonly hub: StreamingHub,
    private readonly watch: WatchChannel,
  ) {}

  onModuleInit(): void {
    this.heart = setInterval(() => {
      for (const listener of this.listeners.values()) this.write(listener, HEARTBEAT);
    }, HEARTBEAT_MS).unref();
  }

  beforeApplicationShutdown(): void {
    if (this.heart) clearInterval(this.heart);
  }

  /** Answers with the stream for as long as the listener stays. @throws before anything was answered */
  async open(reply: FastifyReply, viewer: Viewer, wanted: WantedStream): Promise<void> {
    const end = (reason: CloseReason): void => this.end(listener, reason);
    const session = new AppSession(viewer, this, end, this.hub, this.watch);
    const listener: Listener = { response: reply.raw, session };
    const start = await session.prepare(readStream(wanted, viewer.scopes));
    beginEvents(reply);
    if (reply.request.method === 'HEAD') {
      reply.raw.end();
      return;
    }
    this.listeners.set(session.id, listener);
    const connected = this.hub.connect(session).catch((error: unknown) => {
      this.log.error(`a stream could not begin: ${error instanceof Error ? error.message : String(error)}`);
      reply.raw.destroy();
    });
    reply.raw.on('close', () => void connected.finally(() => this.forget(listener)));
    await connected;
    if (reply.raw.writableEnded || reply.raw.destroyed) return;
    await start();
    this.write(listener, HEARTBEAT);
  }

  broadcast(ids: readonly string[], event: LiveEvent): void {
    const said = appEvent(event);
    if (!said) return;
    // Without data a browser drops the event, and strict libraries want JSON.
    const block = `event: ${said.name}\ndata: ${said.payload ?? 'null'}\n\n`;
    for (const id of ids) {
      const listener = this.listeners.get(id);
      const [wanted] = listener?.session.streamsFor(said, event.channel) ?? [];
      if (listener && wanted !== undefined) this.write(listener, block);
    }
  }

  private write(listener: Listener, text: string): void {
    const { response } = listener;
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > QUEUE_BYTES) this.end(listener, 'too_slow');
  }

  private end(listener: Listener, reason: CloseReason): void {
    const { response } = listener;
    this.forget(listener);
    response.end(`:${reason}\n`);
    setTimeout(() => response.destroy(), FAREWELL_MS);
  }

  private forget({ session }: Listener): void {
    this.listeners.delete(session.id);
    this.hub.disconnect(session);
  }
}

/** From here on the answer is ours: what hooks have set is written, and nothing may hold events back. */
function beginEvents(reply: FastifyReply): void {
  reply.hijack();
  const { raw } = reply;
  raw.on('error', () => undefined);
  const events = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'private, no-store', 'X-Accel-Buffering': 'no' };
  for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...events }))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200);
}
