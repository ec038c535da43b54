import type { LiveChannel, LiveEvent } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import type { Channel } from './channel.js';
import type { ViewerRelations } from './viewer-relations.js';

/** Why the server ends a connection. */
export type CloseReason = 'signed_out' | 'suspended' | 'too_slow' | 'shutting_down';

/** A way to clients. It encodes an event once, however many receive it, and never waits for one of them. */
export interface Transport {
  broadcast(connectionIds: readonly string[], event: LiveEvent): void;
}

/** One client of any transport, as the hub knows it. */
export interface Connection {
  readonly id: string;
  readonly viewer: Viewer;
  readonly transport: Transport;
  resync(channel: LiveChannel): void;
  close(reason: CloseReason): void;
}

/** One channel that one connection watches. */
export interface Subscription {
  readonly connection: Connection;
  readonly channel: Channel;
  /** The channel's name as the client wrote it: its events carry it back. */
  readonly name: LiveChannel;
  /** Thread of a `thread` channel. */
  readonly threadId: string | null;
  /** Shared by all connections of the person. */
  relations: ViewerRelations;
  /** Events that arrive while missed ones are still being replayed; null when live. */
  held: LiveEvent[] | null;
}
