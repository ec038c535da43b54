import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Journal } from '../../platform/journal/journal.js';

/** Says that somebody's filters changed, so that every node reads them again. What somebody does not want to read is not recorded. */
@Injectable()
export class FilterJournal {
  constructor(private readonly journal: Journal) {}

  async append(manager: EntityManager, { accountId }: Viewer, filterId: string): Promise<void> {
    await this.journal.append(manager, {
      type: 'filters.changed',
      actorId: accountId,
      subjectType: 'filter',
      subjectId: filterId,
      audience: { visibility: 'self', mentioned: [] },
      payload: { accountId, filterId },
    });
  }
}
