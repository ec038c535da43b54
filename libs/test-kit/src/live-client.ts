import type { ClientToServer, LiveChannel, LiveEvent, Notification, ServerToClient, SubscribeAnswer } from '@roost/contracts';
import { io, type Socket } from 'socket.io-client';

/** A browser's live connection, with everything it received. */
export class LiveClient {
  readonly events: LiveEvent[] = [];
  readonly resyncs: LiveChannel[] = [];
  /** The reason the server gave when it ended the connection. */
  closed: string | null = null;

  private constructor(private readonly socket: Socket<ServerToClient, ClientToServer>) {
    socket.on('event', (event) => this.events.push(event));
    socket.on('resync', ({ channel }) => this.resyncs.push(channel));
    socket.on('closed', ({ reason }) => (this.closed = reason));
  }

  /** @throws with the server's word when it refuses the connection */
  static async connect(url: string, cookie: string, headers: Record<string, string> = {}): Promise<LiveClient> {
    const socket: Socket<ServerToClient, ClientToServer> = io(`${url}/live`, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie: `roost=${cookie}`, origin: url, ...headers },
    });
    const client = new LiveClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (error) => {
        socket.close();
        reject(error);
      });
    });
    return client;
  }

  subscribe(channel: LiveChannel, cursor?: string): Promise<SubscribeAnswer> {
    return this.socket.timeout(5_000).emitWithAck('subscribe', cursor === undefined ? { channel } : { channel, cursor });
  }

  /** Publications of one status, one for each channel that brought it. */
  published(id: string): LiveEvent[] {
    return this.events.filter((event) => event.type === 'status.published' && event.payload.id === id);
  }

  /** Everything about one status, in the order it came. */
  about(id: string): LiveEvent[] {
    return this.events.filter((event) => 'id' in event.payload && event.payload.id === id);
  }

  notifications(): Notification[] {
    return this.events.flatMap((event) => (event.type === 'notification' ? [event.payload] : []));
  }

  close(): void {
    this.socket.close();
  }
}
