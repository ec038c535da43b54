import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { Database } from '../database/database.js';
import { WakeableLoop } from '../wakeable-loop.js';
import { JournalBell } from './journal-bell.js';
import { type JournalEntry, READ_TAIL } from './journal-tail.js';

/** Reacts to entries. It works inside the transaction that moves its cursor: all of a batch counts, or nothing. */
export interface JournalConsumer {
  /** Unique; the key of its cursor. Renaming it starts again from the present. */
  readonly name: string;
  consume(manager: EntityManager, entries: JournalEntry[]): Promise<void>;
}

const BATCH = 200;
const POLL_MS = 1000;

/** Runs the durable consumers. On many nodes each batch is taken by one of them, whoever locks the cursor first. */
@Injectable()
export class JournalConsumers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(JournalConsumers.name);
  private readonly consumers: JournalConsumer[] = [];
  private stops: (() => Promise<void>)[] = [];

  constructor(
    private readonly database: Database,
    private readonly bell: JournalBell,
    private readonly settings: Settings,
  ) {}

  /** Called by rooms while the application is put together. */
  register(consumer: JournalConsumer): void {
    this.consumers.push(consumer);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.role === 'web') return;
    for (const consumer of this.consumers) {
      await this.database.dataSource.query(
        `insert into journal_cursor (consumer, xid, seq)
         select $1, coalesce((select xid from journal_entry where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid desc, seq desc limit 1), '0'),
                coalesce((select seq from journal_entry where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid desc, seq desc limit 1), 0)
         on conflict do nothing`,
        [consumer.name],
      );
      this.stops.push(this.run(consumer));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.stops.map((stop) => stop()));
    this.stops = [];
  }

  /** Takes one batch. @returns how many entries were consumed; 0 when there is nothing or another node is at it */
  async step(consumer: JournalConsumer): Promise<number> {
    return this.database.transaction(async (manager) => {
      const cursors: { xid: string; seq: string }[] = await manager.query(
        'select xid::text as xid, seq from journal_cursor where consumer = $1 for update skip locked',
        [consumer.name],
      );
      const cursor = cursors[0];
      if (!cursor) return 0;
      const entries: JournalEntry[] = await manager.query(READ_TAIL.text, [cursor.xid, cursor.seq, BATCH]);
      const last = entries.at(-1);
      if (!last) return 0;
      await consumer.consume(manager, entries);
      await manager.query('update journal_cursor set xid = $2, seq = $3, updated_at = now() where consumer = $1', [
        consumer.name,
        last.xid,
        last.seq,
      ]);
      return entries.length;
    });
  }

  private run(consumer: JournalConsumer): () => Promise<void> {
    const loop = new WakeableLoop(
      async () => (await this.step(consumer)) > 0,
      POLL_MS,
      (error) =>
        this.log.error(`${consumer.name} failed and will try again: ${error instanceof Error ? error.message : String(error)}`),
    );
    const off = this.bell.onRing(() => loop.wake());
    return () => {
      off();
      return loop.stop();
    };
  }
}
