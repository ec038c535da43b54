import type { OutboxImage } from './outbox.js';

export const maxImages = 4;
const maxBytes = 10 * 1024 * 1024;
const maxSide = 2560;
const kinds = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'];

export type ImageRefusal = 'kind' | 'size' | 'unreadable';
export type FileRefusal = ImageRefusal | 'filmSize';

/** Scales a picture to 2560 px and draws it anew, which also leaves out place and camera data. Moving pictures go as they are. */
export async function prepareImage(file: File): Promise<OutboxImage | ImageRefusal> {
  if (!kinds.includes(file.type)) return 'kind';
  if (file.type === 'image/gif') return file.size > maxBytes ? 'size' : { id: crypto.randomUUID(), blob: file, description: '' };
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, maxSide / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(bitmap.width * scale)),
      Math.max(1, Math.round(bitmap.height * scale)),
    );
    const pen = canvas.getContext('2d');
    if (!pen) return 'unreadable';
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type: file.type === 'image/png' ? 'image/png' : 'image/jpeg', quality: 0.88 });
    return blob.size > maxBytes ? 'size' : { id: crypto.randomUUID(), blob, description: '' };
  } catch {
    return 'unreadable';
  }
}

/** A film or sound: it goes alone. */
export function isFilm({ type }: { type: string }): boolean {
  return /^(video|audio)\//u.test(type);
}

/** What a post can hold, made ready to be sent. */
export async function prepareFile(file: File): Promise<OutboxImage | FileRefusal> {
  if (!isFilm(file)) return prepareImage(file);
  const { prepareFilm } = await import('./films.js');
  return prepareFilm(file);
}

/** The pictures, films and sounds in a paste or a drop. */
export function imageFiles(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/') || isFilm(file));
}
