import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { audienceOf, lockStatus } from './lock-status.js';
import { NotPinnable, TooManyPins } from './status.errors.js';
import { canPin } from './status.policy.js';
import { factsOf, StatusReader } from './status.reader.js';

@Injectable()
export class PinStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly reader: StatusReader,
  ) {}

  /** @returns the id of the status pinned. @throws NotFound NotPinnable TooManyPins */
  async run(viewer: Viewer, input: { id: string }): Promise<string> {
    const { row, author } = await this.reader.seen(viewer.accountId, input.id);
    if (!canPin(viewer.accountId, factsOf(row, author))) throw new NotPinnable();
    await this.database.transaction(async (manager) => {
      const status = await lockStatus(manager, row.id);
      // Two pins at once wait for each other here, or both would be the fifth.
      await manager.query('select id from account where id = $1 for no key update', [viewer.accountId]);
      const pins: { status_id: string }[] = await manager.query('select status_id from pin where account_id = $1', [
        viewer.accountId,
      ]);
      if (pins.some((pin) => pin.status_id === row.id)) return;
      if (pins.length >= LIMITS.pinnedStatuses) throw new TooManyPins();
      await manager.query('insert into pin (account_id, status_id) values ($1, $2)', [viewer.accountId, row.id]);
      await this.journal.append(manager, {
        type: 'status.pinned',
        actorId: viewer.accountId,
        subjectType: 'status',
        subjectId: row.id,
        audience: audienceOf(status),
        payload: { statusId: row.id },
      });
    });
    return row.id;
  }
}
