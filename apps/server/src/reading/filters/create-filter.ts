import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { TooManyFilters } from './filter.errors.js';
import type { NewFilter } from './filter.input.js';
import { FilterJournal } from './filter.journal.js';
import { FilterRepository } from './filter.repository.js';

@Injectable()
export class CreateFilter {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly filters: FilterRepository,
    private readonly journal: FilterJournal,
  ) {}

  /** @returns the id of the filter. @throws TooManyFilters TooManyInFilter */
  async run(viewer: Viewer, input: NewFilter): Promise<string> {
    return this.database.transaction(async (manager) => {
      const once = await this.idempotency.once(manager, `account:${viewer.accountId}`, () => this.create(manager, viewer, input));
      return once.id;
    });
  }

  private async create(manager: EntityManager, viewer: Viewer, input: NewFilter): Promise<string> {
    // One after the other, so that two calls at once do not step over the limit together.
    await manager.query('select id from account where id = $1 for no key update', [viewer.accountId]);
    const rows: { id: string }[] = await manager.query(
      `insert into filter (account_id, title, context, action, expires_at)
       select $1, $2, $3::text[], $4, now() + $5::bigint * interval '1 second'
        where (select count(*) from filter where account_id = $1) < $6 returning id`,
      [viewer.accountId, input.title, input.context, input.filter_action ?? 'warn', input.expires_in ?? null, LIMITS.filters],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new TooManyFilters();
    for (const { keyword, whole_word } of input.keywords_attributes ?? [])
      await this.filters.addKeyword(manager, id, keyword, whole_word ?? true);
    await this.filters.checkKeywords(manager, id);
    await this.journal.append(manager, viewer, id);
    return id;
  }
}
