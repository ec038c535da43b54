import { Injectable } from '@nestjs/common';
import type { MediaAttachment } from '@roost/contracts';
import { Storage } from '../../platform/storage/storage.js';
import { storageKey } from '../../platform/storage/storage-key.js';
import type { MediaRow } from './media.row.js';

/** Turns a stored picture into what clients see, with the addresses of both its forms. */
@Injectable()
export class MediaPresenter {
  constructor(private readonly storage: Storage) {}

  present(row: MediaRow): MediaAttachment {
    return {
      id: row.id,
      type: row.type,
      url: this.url(row, 'original'),
      preview_url: this.url(row, 'small'),
      remote_url: null,
      text_url: null,
      meta: {
        original: size(row.width, row.height),
        small: size(row.preview_width, row.preview_height),
        focus: { x: row.focus_x, y: row.focus_y },
      },
      description: row.description,
      blurhash: row.blurhash,
    };
  }

  private url(row: MediaRow, rendition: string): string {
    return this.storage.url(storageKey({ kind: 'posts', secret: row.key, rendition, contentType: row.content_type }));
  }
}

function size(width: number, height: number): { width: number; height: number; size: string; aspect: number } {
  return { width, height, size: `${width}x${height}`, aspect: width / height };
}
