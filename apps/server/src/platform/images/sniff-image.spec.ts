import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { sniffImage } from './sniff-image.js';

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } });

describe('sniffImage', () => {
  it.each(['jpeg', 'png', 'gif', 'webp', 'avif'] as const)('knows a %s by its bytes', async (format) => {
    expect(sniffImage(await picture().toFormat(format).toBuffer())).toBe(`image/${format}`);
  });

  it.each([
    ['nothing', ''],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['SVG after a comment that begins like a GIF', '<!-- GIF89a --><svg/>'],
    ['PDF', '%PDF-1.7 GIF89a'],
    ['HTML', '<!doctype html><img src="x.png">'],
    ['TIFF', 'II*\0'],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['a RIFF that is sound', 'RIFF\0\0\0\0WAVEfmt '],
  ])('takes no %s', (_, text) => {
    expect(sniffImage(Buffer.from(text, 'latin1'))).toBeNull();
  });
});
