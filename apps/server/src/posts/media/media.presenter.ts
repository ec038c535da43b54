import { Injectable } from '@nestjs/common';
import type { MediaAttachment } from '@roost/contracts';
import { Storage } from '../../platform/storage/storage.js';
import { mediaFile } from './media-files.js';
import type { MediaRow } from './media.row.js';

/** Turns a stored picture into what clients see, with the addresses of both its forms. */
@Injectable()
export class MediaPresenter {
  constructor(private readonly storage: Storage) {}

  present(row: MediaRow): MediaAttachment {
    return {
      id: row.id,
      type: row.type,
      url: this.storage.url(mediaFile(row, 'original')),
      preview_url: this.storage.url(mediaFile(row, 'small')),
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
}

function size(width: number, height: number): { width: number; height: number; size: string; aspect: number } {
  return { width, height, size: `${width}x${height}`, aspect: width / height };
}
