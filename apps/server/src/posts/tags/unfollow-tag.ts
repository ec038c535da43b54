import { Injectable } from '@nestjs/common';
import { tagKey } from '@roost/text';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { NotATag } from './tag.errors.js';

@Injectable()
export class UnfollowTag {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @returns the key of the tag. @throws NotATag */
  async run(viewer: Viewer, input: { name: string }): Promise<string> {
    const name = tagKey(input.name);
    if (name === '') throw new NotATag();
    await this.database.transaction(async (manager) => {
      const [unfollowed]: { tag_id: string }[] = await manager.query(
        `with gone as (
           delete from tag_follow f using tag t where t.name = $2 and f.tag_id = t.id and f.account_id = $1 returning f.tag_id
         ) select tag_id from gone`,
        [viewer.accountId, name],
      );
      if (!unfollowed) return;
      await this.journal.append(manager, {
        type: 'tag.unfollowed',
        actorId: viewer.accountId,
        subjectType: 'tag',
        subjectId: unfollowed.tag_id,
        audience: { visibility: 'self', mentioned: [] },
        payload: { tagId: unfollowed.tag_id, name },
      });
    });
    return name;
  }
}
