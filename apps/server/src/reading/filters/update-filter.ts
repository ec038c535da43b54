import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { KeywordBlank } from './filter.errors.js';
import type { FilterChange, KeywordAttributes } from './filter.input.js';
import { FilterJournal } from './filter.journal.js';
import { FilterRepository } from './filter.repository.js';

@Injectable()
export class UpdateFilter {
  constructor(
    private readonly database: Database,
    private readonly filters: FilterRepository,
    private readonly journal: FilterJournal,
  ) {}

  /**
   * Changes the filter and its keywords together, or nothing of either.
   * @throws NotFound also for other people's, and for a keyword that is not one of it; KeywordBlank TooManyInFilter
   */
  async run(viewer: Viewer, id: string, change: FilterChange): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.filters.lock(manager, viewer.accountId, id);
      await manager.query(
        `update filter set title = coalesce($2, title), context = coalesce($3::text[], context), action = coalesce($4, action),
                expires_at = case when $5 then now() + $6::bigint * interval '1 second' else expires_at end
          where id = $1`,
        [
          id,
          change.title ?? null,
          change.context ?? null,
          change.filter_action ?? null,
          change.expires_in !== undefined,
          change.expires_in ?? null,
        ],
      );
      for (const attributes of change.keywords_attributes ?? []) await this.changeKeyword(manager, id, attributes);
      await this.filters.checkKeywords(manager, id);
      await this.journal.append(manager, viewer, id);
    });
  }

  private async changeKeyword(manager: EntityManager, filterId: string, attributes: KeywordAttributes): Promise<void> {
    const { id, keyword, whole_word, _destroy } = attributes;
    if (id === undefined) {
      if (_destroy) return;
      if (keyword === undefined) throw new KeywordBlank();
      await this.filters.addKeyword(manager, filterId, keyword, whole_word ?? true);
    } else if (_destroy) await this.filters.removeKeyword(manager, filterId, id);
    else await this.filters.changeKeyword(manager, filterId, id, { keyword, whole_word });
  }
}
