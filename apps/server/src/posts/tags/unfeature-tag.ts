import { Injectable } from '@nestjs/common';
import { tagKey } from '@roost/text';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { NotATag } from './tag.errors.js';

/** Takes a tag off one's own profile. */
@Injectable()
export class UnfeatureTag {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound when it is no featured tag of this account */
  async byId({ accountId }: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      if (!(await this.remove(manager, accountId, 'f.id = $2::bigint', id))) throw new NotFound();
    });
  }

  /** A tag that is not there stays away. @throws NotATag */
  async byName({ accountId }: Viewer, input: string): Promise<void> {
    const name = tagKey(input);
    if (name === '') throw new NotATag();
    await this.database.transaction(async (manager) => {
      await this.remove(manager, accountId, 't.name = $2', name);
    });
  }

  private async remove(manager: EntityManager, accountId: string, which: string, value: string): Promise<boolean> {
    const [gone]: { tag_id: string; name: string }[] = await manager.query(
      `with gone as (
         delete from featured_tag f using tag t where f.account_id = $1 and t.id = f.tag_id and ${which} returning f.tag_id, t.name
       ) select tag_id, name from gone`,
      [accountId, value],
    );
    if (!gone) return false;
    await this.journal.append(manager, {
      type: 'tag.unfeatured',
      actorId: accountId,
      subjectType: 'tag',
      subjectId: gone.tag_id,
      audience: { visibility: 'public', mentioned: [] },
      payload: { tagId: gone.tag_id, name: gone.name },
    });
    return true;
  }
}
