import type { LiveChannel } from '@roost/contracts';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../../platform/access/principal.js';
import { RoostError } from '../../../platform/errors.js';
import type { CloseReason, Connection, Transport } from '../connection.js';
import type { StreamingHub } from '../streaming-hub.js';
import type { WatchChannel } from '../watch-channel.js';
import type { AppEvent } from './app-event.js';
import type { AppStream } from './app-stream.js';

const STREAMS = 50;

class TooManyStreams extends RoostError {
  readonly code = 'streaming.too_many';
  readonly kind = 'rate-limited';
  constructor() {
    super(`One connection takes at most ${STREAMS} streams`);
  }
}

/** One app's connection: its streams, and the channels of the hub that they share. */
export class AppSession implements Connection {
  readonly id = randomUUID();
  private readonly streams = new Set<string>();
  private readonly byChannel = new Map<LiveChannel, Set<AppStream>>();

  constructor(
    readonly viewer: Viewer,
    readonly transport: Transport,
    /** Ends the connection; called at most once. */
    readonly close: (reason: CloseReason) => void,
    private readonly hub: StreamingHub,
    private readonly watch: WatchChannel,
  ) {}

  /**
   * Prepares a stream; what it returns starts it. A stream that runs already goes on as it is.
   * @throws TooManyStreams, or NotFound for a list that is not the viewer's
   */
  async prepare(stream: AppStream): Promise<() => Promise<void>> {
    if (this.streams.has(stream.key)) return () => Promise.resolve();
    if (this.streams.size >= STREAMS) throw new TooManyStreams();
    const watched = await Promise.all(stream.channels.map((channel) => this.watch.run(this.viewer, channel)));
    return async () => {
      this.streams.add(stream.key);
      for (const { channel, name, threadId } of watched) {
        const sharing = this.byChannel.get(name);
        if (sharing) sharing.add(stream);
        else {
          this.byChannel.set(name, new Set([stream]));
          await this.hub.subscribe(this, channel, name, threadId, null);
        }
      }
    };
  }

  stop(key: string): void {
    this.streams.delete(key);
    for (const [name, sharing] of this.byChannel) {
      for (const stream of sharing) if (stream.key === key) sharing.delete(stream);
      if (sharing.size > 0) continue;
      this.byChannel.delete(name);
      this.hub.unsubscribe(this, name);
    }
  }

  /** JSON names of the streams that an event on this channel belongs to. */
  *streamsFor(event: AppEvent, channel: LiveChannel): Iterable<string> {
    for (const stream of this.byChannel.get(channel) ?? []) if (stream.takes(event)) yield stream.key;
  }

  /** Apps keep no cursor: what they missed they load. */
  resync(): void {}
}
