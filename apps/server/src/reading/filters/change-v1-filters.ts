import { Injectable } from '@nestjs/common';
import type { FilterAction } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import type { FilterRow } from '../../posts/filters/active-filter.js';
import { SharedByKeywords } from './filter.errors.js';
import type { V1FilterChange } from './filter.input.js';
import { FilterJournal } from './filter.journal.js';
import { FilterRepository } from './filter.repository.js';

/** Changes what older apps take for a filter: one keyword, with what its filter says. Its id is the keyword's. */
@Injectable()
export class ChangeV1Filters {
  constructor(
    private readonly database: Database,
    private readonly filters: FilterRepository,
    private readonly journal: FilterJournal,
  ) {}

  /** @throws NotFound also for other people's; SharedByKeywords when other keywords would change with it */
  async change(viewer: Viewer, id: string, change: V1FilterChange): Promise<void> {
    await this.database.transaction(async (manager) => {
      const filter = await this.filters.lockByKeyword(manager, viewer.accountId, id);
      const isOnly = (await this.filters.countKeywords(manager, filter.id)) === 1;
      if (!isOnly && changesFilter(filter, change)) throw new SharedByKeywords();
      const before: { keyword: string }[] = await manager.query('select keyword from filter_keyword where id = $1', [id]);
      await this.filters.changeKeyword(manager, filter.id, id, { keyword: change.phrase, whole_word: change.whole_word });
      // A filter that an older app made is called as its keyword is.
      const title = isOnly && before[0]?.keyword === filter.title ? change.phrase : undefined;
      await manager.query(
        `update filter set title = coalesce($2, title), context = coalesce($3::text[], context), action = $4,
                expires_at = case when $5 then now() + $6::bigint * interval '1 second' else expires_at end
          where id = $1`,
        [
          filter.id,
          title === undefined ? null : titleFor(title),
          change.context ?? null,
          actionAfter(filter.action, change.irreversible),
          change.expires_in !== undefined,
          change.expires_in ?? null,
        ],
      );
      await this.journal.append(manager, viewer, filter.id);
    });
  }

  /** Takes the filter with its last keyword, unless it names posts. @throws NotFound also for other people's */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const filter = await this.filters.lockByKeyword(manager, viewer.accountId, id);
      await this.filters.removeKeyword(manager, filter.id, id);
      const rest =
        (await this.filters.countKeywords(manager, filter.id)) + (await this.filters.countStatuses(manager, filter.id));
      if (rest === 0) await manager.query('delete from filter where id = $1', [filter.id]);
      await this.journal.append(manager, viewer, filter.id);
    });
  }
}

/** What a filter is called that was made of one keyword. */
export function titleFor(keyword: string): string {
  return [...keyword].slice(0, 256).join('');
}

/** Older apps know "leave out" and "not": taking it back leads to the warning, and what blurs goes on to. */
function actionAfter(action: FilterAction, irreversible: boolean | undefined): FilterAction {
  if (irreversible === undefined) return action;
  return irreversible ? 'hide' : action === 'hide' ? 'warn' : action;
}

function changesFilter(filter: FilterRow, change: V1FilterChange): boolean {
  const { context, irreversible, expires_in } = change;
  if (context !== undefined && [...context].sort().join() !== [...filter.context].sort().join()) return true;
  if (actionAfter(filter.action, irreversible) !== filter.action) return true;
  return expires_in !== undefined && !(expires_in === null && filter.expires_at === null);
}
