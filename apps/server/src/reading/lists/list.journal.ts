import { Injectable } from '@nestjs/common';
import type { JournalType } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Journal } from '../../platform/journal/journal.js';

export interface ListEntry {
  type: Extract<JournalType, `list.${string}`>;
  listId: string;
  more?: Record<string, unknown>;
}

/** Writes entries about lists. Whom somebody puts on a list is nobody else's business, so their audience is its owner. */
@Injectable()
export class ListJournal {
  constructor(private readonly journal: Journal) {}

  async append(manager: EntityManager, { accountId }: Viewer, { type, listId, more }: ListEntry): Promise<void> {
    await this.journal.append(manager, {
      type,
      actorId: accountId,
      subjectType: 'list',
      subjectId: listId,
      audience: { visibility: 'self', mentioned: [] },
      payload: { accountId, listId, ...more },
    });
  }
}
