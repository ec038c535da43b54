import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newSecret } from '../../platform/secrets.js';
import { Storage } from '../../platform/storage/storage.js';
import { mediaFile, mediaFiles, type MediaKeys } from './media-files.js';

interface OldMedia extends MediaKeys {
  id: string;
  position: number;
  has_preview: boolean;
}

/** Takes the pictures off a status that is being deleted, so that its addresses lead nowhere. */
@Injectable()
export class LoosenMedia {
  constructor(private readonly storage: Storage) {}

  /**
   * @param keep true for "delete and redraft": the author gets the current pictures back under new addresses, for a day
   * @returns ids of all pictures, and the files that are to be removed after the commit
   */
  async run(manager: EntityManager, statusId: string, keep: boolean): Promise<{ ids: string[]; files: string[] }> {
    const media: OldMedia[] = await manager.query(
      'select id, key, content_type, preview_key, preview_width is not null as has_preview, position from media where status_id = $1 order by position, id for update',
      [statusId],
    );
    for (const item of media) {
      if (keep && item.position >= 0) await this.move(manager, item);
      else await manager.query('delete from media where id = $1', [item.id]);
    }
    return { ids: media.map((item) => item.id), files: media.flatMap((item) => mediaFiles(item)) };
  }

  /** A copy that a failed transaction leaves behind hangs on no row, so no address leads to it. */
  private async move(manager: EntityManager, item: OldMedia): Promise<void> {
    const moved: MediaKeys = {
      key: newSecret(),
      content_type: item.content_type,
      preview_key: item.preview_key === null ? null : newSecret(),
    };
    const renditions = item.has_preview ? (['original', 'small'] as const) : (['original'] as const);
    for (const rendition of renditions) await this.storage.copy(mediaFile(item, rendition), mediaFile(moved, rendition));
    await manager.query(
      'update media set key = $2, preview_key = $3, status_id = null, position = 0, created_at = now() where id = $1',
      [item.id, moved.key, moved.preview_key],
    );
  }
}
