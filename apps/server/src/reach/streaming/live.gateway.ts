import { Logger } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { ClientToServer, LiveChannel, LiveEvent, ServerToClient, SubscribeAnswer } from '@roost/contracts';
import type { Namespace, Socket } from 'socket.io';
import { Authenticator } from '../../platform/access/authenticator.js';
import { OriginPolicy } from '../../platform/access/origin.js';
import type { Viewer } from '../../platform/access/principal.js';
import { sessionCookieOf } from '../../platform/access/session-cookie.js';
import { RoostError } from '../../platform/errors.js';
import { decodeCursor } from '../../platform/journal/journal-tail.js';
import type { Connection, Transport } from './connection.js';
import { StreamingHub } from './streaming-hub.js';
import { WatchChannel } from './watch-channel.js';

interface SocketData {
  viewer?: Viewer;
}
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
type LiveNamespace = Namespace<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** Messages that may wait for a slow reader before it is cut off; it comes back with its cursor and misses nothing. */
const QUEUE = 256;
const CHANNELS = 50;

/** The web client's live connection: socket.io, namespace `/live`, known by the session cookie. */
@WebSocketGateway({ namespace: '/live' })
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, Transport {
  private readonly log = new Logger(LiveGateway.name);
  private namespace: LiveNamespace | null = null;
  /** Messages handed to each socket since its transport last had nothing left to write. */
  private readonly queued = new Map<string, number>();

  constructor(
    private readonly hub: StreamingHub,
    private readonly watch: WatchChannel,
    private readonly authenticator: Authenticator,
    private readonly origins: OriginPolicy,
  ) {}

  afterInit(namespace: LiveNamespace): void {
    this.namespace = namespace;
    namespace.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => next(error instanceof Error ? error : new Error('refused')),
      );
    });
  }

  /** Encodes once, queues for each; whoever reads too slowly is cut. */
  broadcast(ids: readonly string[], event: LiveEvent): void {
    const { namespace } = this;
    if (!namespace || ids.length === 0) return;
    namespace.to([...ids]).emit('event', event);
    for (const id of ids) {
      const socket = namespace.sockets.get(id);
      if (!socket) continue;
      const queued = (this.queued.get(id) ?? 0) + 1;
      this.queued.set(id, queued);
      if (queued > QUEUE) this.end(socket, 'too_slow');
    }
  }

  async handleConnection(socket: LiveSocket): Promise<void> {
    const { viewer } = socket.data;
    if (!viewer) {
      socket.disconnect(true);
      return;
    }
    const connection: Connection = {
      id: socket.id,
      viewer,
      transport: this,
      resync: (channel) => socket.emit('resync', { channel }),
      close: (reason) => this.end(socket, reason),
    };
    const connected = this.hub.connect(connection);
    socket.conn.on('drain', () => this.queued.delete(socket.id));
    socket.on('disconnect', () => {
      this.queued.delete(socket.id);
      this.hub.disconnect(connection);
    });
    socket.on('subscribe', (input, answer) => {
      if (typeof answer !== 'function') return;
      void connected.then(() => this.subscribe(connection, input)).then(answer, (error: unknown) => answer(this.refusal(error)));
    });
    socket.on('unsubscribe', (input, answer) => {
      if (typeof input === 'object' && input !== null) this.hub.unsubscribe(connection, input.channel);
      if (typeof answer === 'function') answer({ ok: true });
    });
    await connected;
    if (socket.disconnected) this.hub.disconnect(connection);
  }

  private async admit(socket: LiveSocket): Promise<void> {
    const { headers, address } = socket.handshake;
    if (!this.origins.isOurs({ headers }, true)) throw new Error('foreign_origin');
    const cookie = sessionCookieOf(headers.cookie, isSecure(socket));
    const principal = cookie === null ? null : await this.authenticator.authenticate({ cookie, bearer: null, ip: address });
    if (principal?.accountId == null || principal.handle === null) throw new Error('unauthenticated');
    socket.data.viewer = { ...principal, accountId: principal.accountId, handle: principal.handle };
  }

  private async subscribe(connection: Connection, input: { channel: LiveChannel; cursor?: string }): Promise<SubscribeAnswer> {
    if (this.hub.watching(connection) >= CHANNELS)
      return { ok: false, code: 'too_many_channels', error: `One connection watches at most ${CHANNELS} channels` };
    const wanted = typeof input === 'object' && input !== null ? input : { channel: undefined, cursor: undefined };
    const { channel, name, threadId } = await this.watch.run(connection.viewer, wanted.channel);
    const since = typeof wanted.cursor === 'string' ? decodeCursor(wanted.cursor) : null;
    return { ok: true, cursor: await this.hub.subscribe(connection, channel, name, threadId, since) };
  }

  private refusal(error: unknown): SubscribeAnswer {
    if (error instanceof RoostError) return { ok: false, code: error.code, error: error.message };
    this.log.error(`subscribe failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { ok: false, code: 'internal', error: 'This channel cannot be watched for a moment' };
  }

  private end(socket: LiveSocket, reason: 'signed_out' | 'suspended' | 'too_slow' | 'shutting_down'): void {
    socket.emit('closed', { reason });
    socket.disconnect(true);
  }
}

function isSecure(socket: LiveSocket): boolean {
  const forwarded = socket.handshake.headers['x-forwarded-proto'];
  return socket.handshake.secure || forwarded === 'https';
}
