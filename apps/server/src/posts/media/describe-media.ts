import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import type { MediaChangeBody } from './media.input.js';

@Injectable()
export class DescribeMedia {
  constructor(private readonly database: Database) {}

  /**
   * Changes the alternative text and the focus of an upload that no post uses yet; once it hangs on one, editing the post does it,
   * so that every version stays visible.
   * @throws NotFound
   */
  async run(viewer: Viewer, input: MediaChangeBody & { id: string }): Promise<void> {
    await this.database.transaction(async (manager) => {
      const changed: unknown[] = await manager.query(
        `with changed as (
           update media set description = case when $3::text is null then description else nullif($3, '') end,
                  focus_x = coalesce($4, focus_x), focus_y = coalesce($5, focus_y)
            where id = $1 and account_id = $2 and status_id is null returning id
         ) select id from changed`,
        [input.id, viewer.accountId, input.description ?? null, input.focus?.x ?? null, input.focus?.y ?? null],
      );
      if (changed.length === 0) throw new NotFound();
    });
  }
}
