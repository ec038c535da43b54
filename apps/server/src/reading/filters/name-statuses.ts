import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { StatusReader } from '../../posts/statuses/status.reader.js';
import { StatusAlreadyInFilter, StatusBlankInFilter, TooManyInFilter } from './filter.errors.js';
import type { FilterStatusAsked } from './filter.input.js';
import { FilterJournal } from './filter.journal.js';
import { FilterRepository } from './filter.repository.js';

/** Lets a filter name single posts, whatever they say. */
@Injectable()
export class NameStatuses {
  constructor(
    private readonly database: Database,
    private readonly filters: FilterRepository,
    private readonly statuses: StatusReader,
    private readonly journal: FilterJournal,
  ) {}

  /**
   * Naming a boost names what it boosts.
   * @returns the id of the entry
   * @throws NotFound also for other people's filters and posts that the viewer may not see; StatusAlreadyInFilter TooManyInFilter
   */
  async add(viewer: Viewer, filterId: string, { status_id }: FilterStatusAsked): Promise<string> {
    const named = status_id === undefined ? null : await this.statuses.seen(viewer.accountId, status_id);
    return this.database.transaction(async (manager) => {
      await this.filters.lock(manager, viewer.accountId, filterId);
      if (named === null) throw new StatusBlankInFilter();
      const added: { id: string }[] = await manager.query(
        'insert into filter_status (filter_id, status_id) values ($1, $2) on conflict (filter_id, status_id) do nothing returning id',
        [filterId, named.row.id],
      );
      const id = added[0]?.id;
      if (id === undefined) throw new StatusAlreadyInFilter();
      if ((await this.filters.countStatuses(manager, filterId)) > LIMITS.statusesPerFilter)
        throw new TooManyInFilter('posts', LIMITS.statusesPerFilter);
      await this.journal.append(manager, viewer, filterId);
      return id;
    });
  }

  /** @throws NotFound also for other people's */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const filter = await this.filters.lockByStatus(manager, viewer.accountId, id);
      const gone: unknown[] = await manager.query(
        'with gone as (delete from filter_status where id = $1 returning id) select id from gone',
        [id],
      );
      if (gone.length === 0) throw new NotFound();
      await this.journal.append(manager, viewer, filter.id);
    });
  }
}
