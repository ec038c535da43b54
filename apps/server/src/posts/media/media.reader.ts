import { Injectable } from '@nestjs/common';
import type { MediaAttachment } from '@roost/contracts';
import { setTimeout } from 'node:timers/promises';
import { Database, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { MediaFailed, MediaTakesLong } from './media.errors.js';
import { MediaPresenter } from './media.presenter.js';
import { MEDIA_COLUMNS, type MediaRow } from './media.row.js';

const LONGEST_WAIT_MS = 120_000;
const LOOK_MS = 200;

// Index: media_pkey.
const OWN = statement('own-media', `select ${MEDIA_COLUMNS} from media m where m.id = any($2::bigint[]) and m.account_id = $1`);
// Indexes: media_key_key, media_preview_key_key. The address of a picture dies with its post, before its file does.
const SERVED = statement(
  'served-media',
  `select m.content_type from media m left join status s on s.id = m.status_id where (m.key = $1 or m.preview_key = $1) and s.deleted_at is null`,
);

/** Uploads as their owner manages them, and as the address of their files asks for them. */
@Injectable()
export class MediaReader {
  constructor(
    private readonly database: Database,
    private readonly presenter: MediaPresenter,
  ) {}

  /** In the order of the ids; those of other people are left out. */
  async own(accountId: string, ids: readonly string[]): Promise<MediaAttachment[]> {
    const rows = await this.database.read<MediaRow>(OWN, [accountId, ids]);
    const byId = new Map(rows.map((row) => [row.id, this.presenter.present(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** @throws NotFound for other people's too */
  async one(accountId: string, id: string): Promise<MediaAttachment> {
    const [media] = await this.own(accountId, [id]);
    if (!media) throw new NotFound();
    return media;
  }

  /**
   * An upload as it stands: with the reason when it could not be prepared.
   * @throws NotFound MediaFailed
   */
  async standing(accountId: string, id: string): Promise<{ media: MediaAttachment; isReady: boolean }> {
    const [row] = await this.database.read<MediaRow>(OWN, [accountId, [id]]);
    if (!row) throw new NotFound();
    if (row.failure) throw new MediaFailed(row.failure);
    return { media: this.presenter.present(row), isReady: row.state === 'ready' };
  }

  /** Waits until an upload is prepared. @throws NotFound MediaFailed MediaTakesLong */
  async ready(accountId: string, id: string): Promise<MediaAttachment> {
    for (const end = Date.now() + LONGEST_WAIT_MS; Date.now() < end; await setTimeout(LOOK_MS)) {
      const { media, isReady } = await this.standing(accountId, id);
      if (isReady) return media;
    }
    throw new MediaTakesLong();
  }

  /** Whether the files of a picture may be fetched. */
  async isServed(key: string): Promise<boolean> {
    return (await this.database.readOne(SERVED, [key])) !== null;
  }
}
