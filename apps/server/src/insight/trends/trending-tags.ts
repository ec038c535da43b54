import { Injectable } from '@nestjs/common';
import type { Tag } from '@roost/contracts';
import { Clock } from '../../platform/clock/clock.js';
import { Database, statement } from '../../platform/database/database.js';
import { firstIdOf, TagReader } from '../../posts/tags/tag.reader.js';

/** As far as anybody leafs. */
const MOST = 100;
/** Reading a week of tags for every caller would be much; what is talked about does not turn in this time. */
const KEPT_MS = 60 * 1000;

// One person makes no trend, however much they write. Index: status_tag_status, from the first id of the week.
const TRENDING = statement(
  'trending-tags',
  `select t.name from status_tag st join status s on s.id = st.status_id join account a on a.id = s.account_id join tag t on t.id = st.tag_id
    where st.status_id >= ${firstIdOf(`(now() - interval '7 days')`)}
      and s.deleted_at is null and s.visibility = 'public' and a.state = 'active' and not a.silenced
    group by t.id having count(distinct s.account_id) > 1
    order by count(distinct s.account_id) desc, count(*) desc, max(st.status_id) desc limit ${MOST}`,
);

/** Tags that most people of the company wrote about in public within seven days. The same for everybody: nothing is guessed about the reader. */
@Injectable()
export class TrendingTags {
  private kept: { names: Promise<string[]>; until: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tags: TagReader,
  ) {}

  async read(viewerId: string, page: { limit: number; offset: number }): Promise<Tag[]> {
    const names = await this.names();
    return this.tags.many(viewerId, names.slice(page.offset, page.offset + page.limit));
  }

  private names(): Promise<string[]> {
    const now = this.clock.now().getTime();
    if (this.kept && now < this.kept.until) return this.kept.names;
    const names = this.database.read<{ name: string }>(TRENDING).then((rows) => rows.map((row) => row.name));
    const kept = { names, until: now + KEPT_MS };
    this.kept = kept;
    names.catch(() => {
      if (this.kept === kept) this.kept = null; // the next one asks again
    });
    return names;
  }
}
