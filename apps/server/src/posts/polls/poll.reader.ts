import { Injectable } from '@nestjs/common';
import type { Poll } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { StatusReader } from '../statuses/status.reader.js';

// Index: status_poll.
const STATUS_OF = statement('status-of-poll', 'select s.id from status s where s.poll_id = $1');

/** A poll is seen by whoever sees its status. */
@Injectable()
export class PollReader {
  constructor(
    private readonly database: Database,
    private readonly statuses: StatusReader,
  ) {}

  /** @throws NotFound */
  async one(viewerId: string, id: string): Promise<Poll> {
    const { poll } = await this.statuses.one(viewerId, await this.statusOf(id));
    if (!poll) throw new NotFound();
    return poll;
  }

  /** @throws NotFound */
  async statusOf(id: string): Promise<string> {
    const row = await this.database.readOne<{ id: string }>(STATUS_OF, [id]);
    if (!row) throw new NotFound();
    return row.id;
  }
}
