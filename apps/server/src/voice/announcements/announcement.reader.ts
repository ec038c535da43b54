import { Injectable } from '@nestjs/common';
import type { Announcement, AnnouncementNews, AnnouncementReaction, KeptAnnouncement, TextEntity } from '@roost/contracts';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { Database, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { StatusPresenter } from '../../posts/statuses/status.presenter.js';
import { SHOWN } from './announcement.sql.js';

interface AnnouncementRow {
  id: string;
  text: string;
  entities: TextEntity[];
  starts_at: Date | null;
  ends_at: Date | null;
  all_day: boolean;
  published_at: Date;
  updated_at: Date;
  read: boolean;
  reactions: AnnouncementReaction[];
}

interface KeptRow extends Pick<AnnouncementRow, 'id' | 'text' | 'starts_at' | 'ends_at' | 'all_day' | 'updated_at'> {
  publish_at: Date;
  state: KeptAnnouncement['state'];
  readers: number;
}

/** No account has this id. */
const NOBODY = '0';
/** Nobody reads more than this many at once. */
const MOST = 50;

// `announcement` is small. Indexes: announcement_read_pkey, announcement_reaction_pkey.
const ROWS = `select a.id, a.text, a.entities, a.starts_at, a.ends_at, a.all_day, a.published_at, a.updated_at,
    exists (select 1 from announcement_read r where r.account_id = $1 and r.announcement_id = a.id) as read,
    coalesce((select jsonb_agg(jsonb_build_object('name', given.name, 'count', given.count, 'me', given.me) order by given.first, given.name)
                from (select r.name, count(*)::int as count, bool_or(r.account_id = $1) as me, min(r.created_at) as first
                        from announcement_reaction r where r.announcement_id = a.id group by r.name) given), '[]') as reactions
  from announcement a where ${SHOWN}`;
const ALL = statement('announcements', `${ROWS} order by coalesce(a.starts_at, a.published_at), a.id limit ${MOST}`);
const ONE = statement('announcement', `${ROWS} and a.id = $2`);

const KEPT = `select a.id, a.text, a.starts_at, a.ends_at, a.all_day, a.publish_at, a.updated_at,
    case when a.ended_at is not null or a.ends_at <= now() then 'ended' when a.published_at is null then 'waiting' else 'shown' end as state,
    (select count(*)::int from announcement_read r where r.announcement_id = a.id) as readers
  from announcement a`;
const ALL_KEPT = statement('announcements-kept', `${KEPT} order by a.publish_at desc, a.id desc limit 200`);
const ONE_KEPT = statement('announcement-kept', `${KEPT} where a.id = $1`);

/** Announcements as their readers see them, and as administrators keep them. */
@Injectable()
export class AnnouncementReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountPresenter,
    private readonly statuses: StatusPresenter,
  ) {}

  /** What is shown now, the earliest first; `read` tells which of them the viewer has put away. */
  async shown(viewerId: string): Promise<Announcement[]> {
    return (await this.database.read<AnnouncementRow>(ALL, [viewerId])).map((row) => this.present(row));
  }

  /** As everybody is told of it; null when it is not shown. */
  async news(id: string): Promise<AnnouncementNews | null> {
    const row = await this.database.readOne<AnnouncementRow>(ONE, [NOBODY, id]);
    if (!row) return null;
    const { read: _, reactions, ...announcement } = this.present(row);
    return { ...announcement, reactions: reactions.map(({ name, count }) => ({ name, count })) };
  }

  async kept(): Promise<KeptAnnouncement[]> {
    return (await this.database.read<KeptRow>(ALL_KEPT)).map(presentKept);
  }

  /** @throws NotFound */
  async oneKept(id: string): Promise<KeptAnnouncement> {
    const row = await this.database.readOne<KeptRow>(ONE_KEPT, [id]);
    if (!row) throw new NotFound();
    return presentKept(row);
  }

  private present(row: AnnouncementRow): Announcement {
    const mentions = new Map(
      row.entities.flatMap((entity) =>
        entity.type === 'mention' && entity.account_id !== null ? [[entity.handle, entity.account_id] as const] : [],
      ),
    );
    const tags = new Set(row.entities.flatMap((entity) => (entity.type === 'tag' ? [entity.name] : [])));
    return {
      id: row.id,
      content: this.statuses.html(row.text, row.entities),
      starts_at: row.starts_at?.toISOString() ?? null,
      ends_at: row.ends_at?.toISOString() ?? null,
      all_day: row.all_day,
      published_at: row.published_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
      read: row.read,
      mentions: [...mentions].map(([handle, id]) => ({ id, username: handle, url: this.accounts.url(handle), acct: handle })),
      statuses: [],
      tags: [...tags].map((name) => ({ name, url: this.accounts.tagUrl(name) })),
      emojis: [],
      reactions: row.reactions,
      roost: { text: row.text, entities: row.entities },
    };
  }
}

function presentKept(row: KeptRow): KeptAnnouncement {
  return {
    ...row,
    starts_at: row.starts_at?.toISOString() ?? null,
    ends_at: row.ends_at?.toISOString() ?? null,
    publish_at: row.publish_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
