import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { WakeableLoop } from '../wakeable-loop.js';
import { JournalBell } from './journal-bell.js';
import { type JournalCursor, type JournalEntry, BEGINNING, READ_HEAD, READ_TAIL } from './journal-tail.js';

/** Entries read at once. */
const BATCH = 500;
/** Upper bound of the delay when a ring is lost. */
const POLL_MS = 500;

/** Reads the journal onward, for this node's own memory: live timelines, caches. Durable consumers: {@link JournalConsumers}. */
@Injectable()
export class JournalFollower {
  constructor(
    private readonly database: Database,
    private readonly bell: JournalBell,
  ) {}

  /** The newest entry that every later reader will find complete behind it. */
  async head(): Promise<JournalCursor> {
    return (await this.database.readOne<JournalCursor>(READ_HEAD)) ?? BEGINNING;
  }

  /** Entries after the cursor, oldest first, at most `limit`. */
  read(after: JournalCursor, limit: number = BATCH): Promise<JournalEntry[]> {
    return this.database.read<JournalEntry>(READ_TAIL, [after.xid, after.seq, limit]);
  }

  /**
   * Hands over every entry after `from`, once, in order, until stopped. A handler that throws gets the same batch again.
   * @param onError told of failures; reading goes on after the poll interval
   */
  follow(
    from: JournalCursor,
    handle: (entries: JournalEntry[]) => Promise<void>,
    onError: (error: unknown) => void,
  ): { stop: () => Promise<void> } {
    let cursor = from;
    const loop = new WakeableLoop(
      async () => {
        const entries = await this.read(cursor);
        const last = entries.at(-1);
        if (!last) return false;
        await handle(entries);
        cursor = { xid: last.xid, seq: last.seq };
        return entries.length === BATCH;
      },
      POLL_MS,
      onError,
    );
    const off = this.bell.onRing(() => loop.wake());
    return {
      stop: () => {
        off();
        return loop.stop();
      },
    };
  }
}
