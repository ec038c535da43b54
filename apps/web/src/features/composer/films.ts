import type { OutboxImage } from './outbox.js';

const maxBytes = 40 * 1024 * 1024;
const posterSide = 640;
/** A browser that cannot play a film says nothing at all. */
const patienceMs = 8_000;

/** A film or sound goes as it is; of a film the browser draws the first moment, which stands for it until it plays. */
export async function prepareFilm(file: File): Promise<OutboxImage | 'filmSize'> {
  if (file.size > maxBytes) return 'filmSize';
  const poster = file.type.startsWith('video/') ? await drawPoster(file) : null;
  return { id: crypto.randomUUID(), blob: file, description: '', ...(poster ? { poster } : {}) };
}

/** @returns null where the browser cannot read the film: it may still be one that others play */
async function drawPoster(file: File): Promise<Blob | null> {
  const address = URL.createObjectURL(file);
  const video = document.createElement('video');
  try {
    await new Promise<void>((resolve, reject) => {
      setTimeout(reject, patienceMs);
      video.onerror = reject;
      // The very first picture is often black.
      video.onloadedmetadata = () => (video.currentTime = Math.min(0.5, video.duration / 2 || 0));
      video.onseeked = () => resolve();
      video.muted = true;
      video.preload = 'auto';
      video.src = address;
    });
    const scale = Math.min(1, posterSide / Math.max(video.videoWidth, video.videoHeight));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(video.videoWidth * scale)),
      Math.max(1, Math.round(video.videoHeight * scale)),
    );
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  } catch {
    return null;
  } finally {
    video.removeAttribute('src');
    URL.revokeObjectURL(address);
  }
}
