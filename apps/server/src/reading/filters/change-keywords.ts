import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { KeywordBlank } from './filter.errors.js';
import type { KeywordAsked } from './filter.input.js';
import { FilterJournal } from './filter.journal.js';
import { FilterRepository } from './filter.repository.js';

/** Adds, changes and takes away single keywords. */
@Injectable()
export class ChangeKeywords {
  constructor(
    private readonly database: Database,
    private readonly filters: FilterRepository,
    private readonly journal: FilterJournal,
  ) {}

  /** @returns the id of the keyword. @throws NotFound also for other people's filters; KeywordBlank TooManyInFilter */
  async add(viewer: Viewer, filterId: string, { keyword, whole_word }: KeywordAsked): Promise<string> {
    return this.database.transaction(async (manager) => {
      await this.filters.lock(manager, viewer.accountId, filterId);
      if (keyword === undefined) throw new KeywordBlank();
      const id = await this.filters.addKeyword(manager, filterId, keyword, whole_word ?? true);
      await this.filters.checkKeywords(manager, filterId);
      await this.journal.append(manager, viewer, filterId);
      return id;
    });
  }

  /** @throws NotFound also for other people's */
  async change(viewer: Viewer, id: string, change: KeywordAsked): Promise<void> {
    await this.database.transaction(async (manager) => {
      const filter = await this.filters.lockByKeyword(manager, viewer.accountId, id);
      await this.filters.changeKeyword(manager, filter.id, id, change);
      await this.journal.append(manager, viewer, filter.id);
    });
  }

  /** The filter stays, also without any keyword. @throws NotFound also for other people's */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const filter = await this.filters.lockByKeyword(manager, viewer.accountId, id);
      await this.filters.removeKeyword(manager, filter.id, id);
      await this.journal.append(manager, viewer, filter.id);
    });
  }
}
