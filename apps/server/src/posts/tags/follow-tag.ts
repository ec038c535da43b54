import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { readTagName } from './read-tag-name.js';

@Injectable()
export class FollowTag {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** A tag may be followed before anybody used it. @returns its key. @throws NotATag */
  async run(viewer: Viewer, input: { name: string }): Promise<string> {
    const { name, written } = readTagName(input.name);
    await this.database.transaction(async (manager) => {
      await manager.query('insert into tag (name, written) values ($1, $2) on conflict (name) do nothing', [name, written]);
      const [followed]: { tag_id: string }[] = await manager.query(
        `insert into tag_follow (account_id, tag_id) select $1, id from tag where name = $2
         on conflict (account_id, tag_id) do nothing returning tag_id`,
        [viewer.accountId, name],
      );
      if (!followed) return;
      await this.journal.append(manager, {
        type: 'tag.followed',
        actorId: viewer.accountId,
        subjectType: 'tag',
        subjectId: followed.tag_id,
        audience: { visibility: 'self', mentioned: [] },
        payload: { tagId: followed.tag_id, name },
      });
    });
    return name;
  }
}
