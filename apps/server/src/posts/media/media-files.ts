import { storageKey } from '../../platform/storage/storage-key.js';

/** The forms in which every picture is stored. */
export const RENDITIONS = ['original', 'small'] as const;
export type RenditionName = (typeof RENDITIONS)[number];

/** Previews are always WebP. */
const SMALL_TYPE = 'image/webp';

/** Storage key of one form of a picture. */
export function mediaFile(media: { key: string; content_type: string }, rendition: RenditionName): string {
  const contentType = rendition === 'small' ? SMALL_TYPE : media.content_type;
  return storageKey({ kind: 'posts', secret: media.key, rendition, contentType });
}

export function mediaFiles(media: { key: string; content_type: string }): string[] {
  return RENDITIONS.map((rendition) => mediaFile(media, rendition));
}
