import type { IMAGE_TYPES } from '@roost/contracts';

/** What a file is by its first bytes; its name and announced type are only claims. Null for everything Roost does not take, SVG included. */
export function sniffImage(bytes: Buffer): (typeof IMAGE_TYPES)[number] | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  const text = bytes.toString('latin1', 0, 32);
  if (/^GIF8[79]a/.test(text)) return 'image/gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  // The brand may also be among the compatible ones, as phones write `mif1` first.
  if (text.slice(4, 8) === 'ftyp' && /avi[fs]/.test(text.slice(8))) return 'image/avif';
  return null;
}

function startsWith(bytes: Buffer, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
