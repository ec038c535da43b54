import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Journal } from '../../platform/journal/journal.js';
import { readTagName } from './read-tag-name.js';
import { AlreadyFeatured, TooManyFeatured } from './tag.errors.js';

export interface TagToFeature {
  name: string;
  /** What a tag that is on the profile already is answered. */
  again: 'refuse' | 'leave';
}

/** Puts a tag on one's own profile. */
@Injectable()
export class FeatureTag {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @returns the id of the featured tag. @throws NotATag AlreadyFeatured TooManyFeatured */
  async run({ accountId }: Viewer, input: TagToFeature): Promise<string> {
    const { name, written } = readTagName(input.name);
    return this.database.transaction(async (manager) => {
      // One after the other, or two at once would be one too many.
      await manager.query('select id from account where id = $1 for no key update', [accountId]);
      const featured: { id: string; name: string }[] = await manager.query(
        'select f.id, t.name from featured_tag f join tag t on t.id = f.tag_id where f.account_id = $1',
        [accountId],
      );
      const known = featured.find((tag) => tag.name === name);
      if (known && input.again === 'refuse') throw new AlreadyFeatured();
      if (known) return known.id;
      if (featured.length >= LIMITS.featuredTags) throw new TooManyFeatured();
      await manager.query('insert into tag (name, written) values ($1, $2) on conflict (name) do nothing', [name, written]);
      const [made]: { id: string; tag_id: string }[] = await manager.query(
        'insert into featured_tag (account_id, tag_id) select $1, id from tag where name = $2 returning id, tag_id',
        [accountId, name],
      );
      if (!made) throw new Error('the featured tag was not stored');
      await this.journal.append(manager, {
        type: 'tag.featured',
        actorId: accountId,
        subjectType: 'tag',
        subjectId: made.tag_id,
        audience: { visibility: 'public', mentioned: [] },
        payload: { tagId: made.tag_id, name },
      });
      return made.id;
    });
  }
}
