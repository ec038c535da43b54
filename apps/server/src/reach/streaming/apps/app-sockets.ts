import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { LiveEvent } from '@roost/contracts';
import type { IncomingMessage } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Viewer } from '../../../platform/access/principal.js';
import { RoostError } from '../../../platform/errors.js';
import { HTTP_STATUS } from '../../../platform/http/error-filter.js';
import type { CloseReason, Transport } from '../connection.js';
import { StreamingHub } from '../streaming-hub.js';
import { WatchChannel } from '../watch-channel.js';
import { type AppEvent, appEvent } from './app-event.js';
import { AppSession } from './app-session.js';
import { readStream, type WantedStream } from './app-stream.js';
import type { Upgrade } from './upgrades.js';

/** Largest frame taken from an app; a subscription needs a hundredth of it. */
const FRAME_BYTES = 16 * 1024;
/** Bytes that may wait for a slow reader before it is cut off. */
export const QUEUE_BYTES = 1024 * 1024;
/** Frames that may wait to be worked on. */
const BACKLOG = 100;
const PING_MS = 30_000;
/** What a peer has to answer a farewell before its socket is torn down. */
const FAREWELL_MS = 1_000;

const Frame = z.object({
  type: z.enum(['subscribe', 'unsubscribe']),
  stream: z.unknown().optional(),
  tag: z.unknown().optional(),
  list: z.unknown().optional(),
});

interface AppSocket {
  socket: WebSocket;
  session: AppSession;
  answered: boolean;
  backlog: number;
  work: Promise<void>;
}

/** Mastodon's WebSocket: many streams on one socket, each event in a frame that names its stream. */
@Injectable()
export class AppSockets implements Transport, OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(AppSockets.name);
  private readonly server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: FRAME_BYTES,
    // The protocol is the app's token; a browser gives up when it is not said back.
    handleProtocols: (protocols) => [...protocols][0] ?? false,
  });
  private readonly sockets = new Map<string, AppSocket>();
  private pings: NodeJS.Timeout | null = null;

  constructor(
    private readonly hub: StreamingHub,
    private readonly watch: WatchChannel,
  ) {}

  onModuleInit(): void {
    this.pings = setInterval(() => this.ping(), PING_MS).unref();
  }

  beforeApplicationShutdown(): void {
    if (this.pings) clearInterval(this.pings);
  }

  /** @param wanted a stream to begin with, or one without a name for none */
  accept(request: IncomingMessage, { socket, head }: Upgrade, viewer: Viewer, wanted: WantedStream): void {
    this.server.handleUpgrade(request, socket, head, (accepted) => this.open(accepted, viewer, wanted));
  }

  broadcast(ids: readonly string[], event: LiveEvent): void {
    const said = appEvent(event);
    if (!said) return;
    const frames = new Map<string, Buffer>();
    for (const id of ids) {
      const own = this.sockets.get(id);
      if (!own) continue;
      for (const stream of own.session.streamsFor(said, event.channel)) {
        const frame = frames.get(stream) ?? frameOf(stream, said);
        frames.set(stream, frame);
        this.send(own, frame);
      }
    }
  }

  private open(socket: WebSocket, viewer: Viewer, wanted: WantedStream): void {
    const end = (reason: CloseReason): void => this.end(own, reason);
    const session = new AppSession(viewer, this, end, this.hub, this.watch);
    const connected = this.hub.connect(session).catch((error: unknown) => {
      this.log.error(`a socket could not begin: ${error instanceof Error ? error.message : String(error)}`);
      socket.close(1011, 'Try again in a moment');
    });
    const own: AppSocket = { socket, session, answered: true, backlog: 0, work: connected };
    this.sockets.set(session.id, own);
    socket.on('pong', () => (own.answered = true));
    // A frame that is too large or no text at all: the library answers with the fitting code and closes.
    socket.on('error', () => undefined);
    socket.on('close', () => void own.work.finally(() => this.forget(own)));
    socket.on('message', (data, isBinary) => {
      if (isBinary) socket.close(1003, 'Text frames only');
      else if (++own.backlog > BACKLOG) socket.close(1008, 'too_many_frames');
      else this.after(own, () => this.hear(own, data));
    });
    if (wanted.stream !== undefined) this.after(own, () => this.subscribe(own, wanted), false);
  }

  /** One after the other, so that the last word of an app about a stream holds. */
  private after(own: AppSocket, work: () => Promise<void>, counted = true): void {
    own.work = own.work
      .then(() => (own.socket.readyState === own.socket.OPEN ? work() : undefined))
      .catch((error: unknown) => this.complain(own, error))
      .finally(() => (own.backlog -= counted ? 1 : 0));
  }

  private async hear(own: AppSocket, data: RawData): Promise<void> {
    const frame = Frame.safeParse(parse(data));
    if (!frame.success) return this.sendText(own, { error: 'The frame could not be understood', status: 400 });
    if (frame.data.type === 'subscribe') return this.subscribe(own, frame.data);
    own.session.stop(readStream(frame.data, own.session.viewer.scopes).key);
  }

  private async subscribe(own: AppSocket, wanted: WantedStream): Promise<void> {
    const start = await own.session.prepare(readStream(wanted, own.session.viewer.scopes));
    if (own.socket.readyState === own.socket.OPEN) await start();
  }

  private complain(own: AppSocket, error: unknown): void {
    if (error instanceof RoostError) return this.sendText(own, { error: error.message, status: HTTP_STATUS[error.kind] });
    this.log.error(`a stream failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    this.sendText(own, { error: 'This stream cannot be watched for a moment', status: 503 });
  }

  private sendText(own: AppSocket, body: object): void {
    this.send(own, Buffer.from(JSON.stringify(body)));
  }

  private send(own: AppSocket, frame: Buffer): void {
    const { socket } = own;
    if (socket.readyState !== socket.OPEN) return;
    socket.send(frame, { binary: false });
    if (socket.bufferedAmount > QUEUE_BYTES) this.end(own, 'too_slow');
  }

  private ping(): void {
    for (const own of this.sockets.values()) {
      if (!own.answered) own.socket.terminate();
      else {
        own.answered = false;
        own.socket.ping();
      }
    }
  }

  private end(own: AppSocket, reason: CloseReason): void {
    this.forget(own);
    own.socket.close(reason === 'shutting_down' ? 1001 : 1008, reason);
    setTimeout(() => own.socket.terminate(), FAREWELL_MS);
  }

  private forget({ session }: AppSocket): void {
    this.sockets.delete(session.id);
    this.hub.disconnect(session);
  }
}

function frameOf(stream: string, { name, payload }: AppEvent): Buffer {
  const end = payload === null ? '' : `,"payload":${JSON.stringify(payload)}`;
  return Buffer.from(`{"stream":${stream},"event":"${name}"${end}}`);
}

function parse(data: RawData): unknown {
  try {
    return JSON.parse(Buffer.isBuffer(data) ? data.toString() : '');
  } catch {
    return null;
  }
}
