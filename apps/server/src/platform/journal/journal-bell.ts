import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { Settings } from '../../config/settings.js';

/** Rings gathered before the other nodes are told: one NOTIFY for a burst of posts, never one each. */
const GATHER_MS = 15;
const CHANNEL = 'roost_journal';

/**
 * Wakes the journal's tails: those of this node at once, those of other nodes by one NOTIFY per batch.
 * NOTIFY takes a lock that all committing writers share, so it never happens inside a writer's transaction.
 * A lost ring costs only the wait until the tails' next poll.
 */
@Injectable()
export class JournalBell implements OnApplicationShutdown {
  private readonly ears = new EventEmitter().setMaxListeners(0);
  private pending: NodeJS.Timeout | null = null;
  private connection: Promise<pg.Client> | null = null;
  private stopped = false;

  constructor(private readonly settings: Settings) {}

  /** Says that entries were committed. */
  ring(): void {
    this.ears.emit('ring');
    if (this.stopped) return;
    this.pending ??= setTimeout(() => {
      this.pending = null;
      void this.connected()
        .then((client) => client.query(`notify ${CHANNEL}`))
        .catch(() => this.drop());
    }, GATHER_MS);
  }

  /** Calls back at every ring of any node until the returned function is called. */
  onRing(listener: () => void): () => void {
    this.ears.on('ring', listener);
    void this.connected().catch(() => this.drop());
    return () => this.ears.off('ring', listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.pending) clearTimeout(this.pending);
    const client = await this.connection?.catch(() => null);
    await client?.end().catch(() => undefined);
  }

  private connected(): Promise<pg.Client> {
    this.connection ??= this.connect();
    return this.connection;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'roost-bell',
      keepAlive: true,
    });
    client.on('notification', () => this.ears.emit('ring'));
    client.on('error', () => this.drop());
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    return client;
  }

  /** Forgets a broken connection; the next ring or poll makes a new one. */
  private drop(): void {
    this.connection = null;
  }
}
