import { Injectable } from '@nestjs/common';
import type { MediaAttachment, StatusEdit, StatusSource, TextEntity } from '@roost/contracts';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { Database, statement } from '../../platform/database/database.js';
import type { MediaVersion } from '../media/attach-media.js';
import { MediaPresenter } from '../media/media.presenter.js';
import { MEDIA_COLUMNS, type MediaRow } from '../media/media.row.js';
import { StatusPresenter } from './status.presenter.js';
import { StatusReader } from './status.reader.js';

interface VersionRow {
  text: string;
  spoiler_text: string;
  sensitive: boolean;
  entities: TextEntity[];
  media: MediaVersion[];
  poll: { options: { title: string }[] } | null;
  created_at: Date;
}

// Index: status_version_pkey.
const VERSIONS = statement(
  'status-versions',
  `select v.text, v.spoiler_text, v.sensitive, v.entities, v.media, v.poll, v.created_at from status_version v where v.status_id = $1 order by v.version`,
);
// Index: media_status. Also the pictures that later versions took out.
const ALL_MEDIA = statement('media-of-all-versions', `select ${MEDIA_COLUMNS} from media m where m.status_id = $1`);

/** What a status said before, for whoever may see it now. */
@Injectable()
export class StatusVersionsReader {
  constructor(
    private readonly database: Database,
    private readonly reader: StatusReader,
    private readonly presenter: StatusPresenter,
    private readonly accounts: AccountPresenter,
    private readonly media: MediaPresenter,
  ) {}

  /** Every version, oldest first; the last is the current one. @throws NotFound */
  async history(viewerId: string, id: string): Promise<StatusEdit[]> {
    const { row, author } = await this.reader.seen(viewerId, id);
    const account = this.accounts.present(author);
    const [versions, media] = await Promise.all([
      this.database.read<VersionRow>(VERSIONS, [row.id]),
      this.database.read<MediaRow>(ALL_MEDIA, [row.id]),
    ]);
    const pictures = new Map(media.map((item) => [item.id, item]));
    return versions.map((version) => ({
      content: this.presenter.html(version.text, version.entities),
      spoiler_text: version.spoiler_text,
      sensitive: version.sensitive,
      created_at: version.created_at.toISOString(),
      account,
      media_attachments: version.media.flatMap((item): MediaAttachment[] => {
        const picture = pictures.get(item.id);
        return picture ? [this.media.present({ ...picture, ...item })] : [];
      }),
      emojis: [],
      ...(version.poll === null ? {} : { poll: { options: version.poll.options } }),
      roost: { text: version.text, entities: version.entities },
    }));
  }

  /** The text as it was written, for an editor. @throws NotFound */
  async source(viewerId: string, id: string): Promise<StatusSource> {
    const { row } = await this.reader.seen(viewerId, id);
    return { id: row.id, text: row.text, spoiler_text: row.spoiler_text };
  }
}
