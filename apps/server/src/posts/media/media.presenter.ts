import { Injectable } from '@nestjs/common';
import type { MediaAttachment } from '@roost/contracts';
import { Storage } from '../../platform/storage/storage.js';
import { mediaFile } from './media-files.js';
import type { MediaRow } from './media.row.js';

/** Turns an upload into what clients see, with the addresses of its files as far as they are there. */
@Injectable()
export class MediaPresenter {
  constructor(private readonly storage: Storage) {}

  present(row: MediaRow): MediaAttachment {
    const small = size(row.preview_width, row.preview_height);
    return {
      id: row.id,
      type: row.type,
      url: row.state === 'ready' ? this.storage.url(mediaFile(row, 'original')) : null,
      preview_url: small && this.storage.url(mediaFile(row, 'small')),
      remote_url: null,
      text_url: null,
      meta: { ...metaOf(row), ...(small ? { small } : {}), focus: { x: row.focus_x, y: row.focus_y } },
      description: row.description,
      blurhash: row.blurhash,
    };
  }
}

/** Films and sounds say twice how large and how long they are, as apps look in either place. */
function metaOf(row: MediaRow): MediaAttachment['meta'] {
  const original = size(row.width, row.height);
  if (row.duration === null || row.bitrate === null) return original ? { original } : {};
  const { duration, bitrate, frame_rate } = row;
  const heard = { length: clock(duration), duration };
  if (original === null || frame_rate === null) return { ...heard, original: { duration, bitrate } };
  const [pictures = 0, seconds = 1] = frame_rate.split('/').map(Number);
  return { ...heard, ...original, fps: Math.round(pictures / seconds), original: { ...original, frame_rate, duration, bitrate } };
}

function size(
  width: number | null,
  height: number | null,
): { width: number; height: number; size: string; aspect: number } | null {
  return width === null || height === null ? null : { width, height, size: `${width}x${height}`, aspect: width / height };
}

/** `0:01:02.50` */
function clock(duration: number): string {
  const hundredths = Math.round(duration * 100);
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(hundredths / 100);
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}
