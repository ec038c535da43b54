import { Injectable } from '@nestjs/common';
import type { Tag } from '@roost/contracts';
import { tagKey } from '@roost/text';
import { Database, statement } from '../../platform/database/database.js';
import { TagReader } from '../../posts/tags/tag.reader.js';

// A tag that stands in no post everybody may see is nobody's news. Indexes: tag_name_trgm, status_tag_pkey.
const SEARCH = statement(
  'search-tags',
  `select t.name from tag t
    where t.name like '%' || $2 || '%' and t.last_used_at is not null
      and exists (select 1 from status_tag st join status s on s.id = st.status_id
                   where st.tag_id = t.id and s.deleted_at is null and s.visibility in ('public', 'unlisted'))
    order by t.name = $1 desc, starts_with(t.name, $1) desc, t.last_used_at desc, t.id desc
    limit $3 offset $4`,
);

/** Finds hashtags by any part of their name. */
@Injectable()
export class SearchTags {
  constructor(
    private readonly database: Database,
    private readonly tags: TagReader,
  ) {}

  async run(viewerId: string, search: { q: string; limit: number; offset: number }): Promise<Tag[]> {
    const key = tagKey(search.q.trim());
    if (key === '') return [];
    const values = [key, key.replace(/[\\%_]/g, '\\$&'), search.limit, search.offset];
    const rows = await this.database.read<{ name: string }>(SEARCH, values);
    return this.tags.many(
      viewerId,
      rows.map((row) => row.name),
    );
  }
}
