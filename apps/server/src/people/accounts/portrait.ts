import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import sharp from 'sharp';
import type { UploadedFile } from '../../platform/http/uploaded-file.js';
import { newSecret } from '../../platform/secrets.js';
import { storageKey } from '../../platform/storage/storage-key.js';
import { Storage } from '../../platform/storage/storage.js';
import { BadPicture } from './account.errors.js';

const SIZES = { avatar: { width: 400, height: 400 }, header: { width: 1500, height: 500 } };
/** What sharp calls the types that Roost takes. SVG is not among them: it is a program, not a picture. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'heif']);

/** Makes the picture of a profile: drawn anew at one size, so nothing of the file but its pixels survives. */
@Injectable()
export class Portraits {
  constructor(private readonly storage: Storage) {}

  /** @returns the key it is stored under. @throws BadPicture */
  async store(kind: 'avatar' | 'header', file: UploadedFile): Promise<string> {
    const { bytes, contentType } = await draw(kind, file.bytes);
    const key = storageKey({ kind: `${kind}s`, secret: newSecret(), rendition: 'original', contentType });
    await this.storage.put(key, bytes, contentType);
    return key;
  }

  async remove(key: string): Promise<void> {
    await this.storage.remove(key);
  }
}

async function draw(kind: 'avatar' | 'header', source: Buffer): Promise<{ bytes: Buffer; contentType: string }> {
  try {
    const picture = sharp(source, { limitInputPixels: LIMITS.imagePixels, failOn: 'error', pages: 1 });
    const { format, hasAlpha } = await picture.metadata();
    if (!FORMATS.has(format)) throw new BadPicture(kind);
    const drawn = picture
      .autoOrient()
      .resize({ ...SIZES[kind], fit: 'cover' })
      .toColourspace('srgb')
      .timeout({ seconds: 10 });
    return hasAlpha
      ? { bytes: await drawn.png().toBuffer(), contentType: 'image/png' }
      : { bytes: await drawn.jpeg({ quality: 85, mozjpeg: true }).toBuffer(), contentType: 'image/jpeg' };
  } catch (error) {
    // sharp has no classes for what is wrong with a file; what comes from it means the file cannot be read.
    if (error instanceof BadPicture || !(error instanceof Error)) throw error;
    throw new BadPicture(kind);
  }
}
