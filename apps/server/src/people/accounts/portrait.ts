import { Injectable } from '@nestjs/common';
import type { UploadedFile } from '../../platform/http/uploaded-file.js';
import { ImageRefused } from '../../platform/images/image.errors.js';
import type { MadeImage } from '../../platform/images/image-recipe.js';
import { ImageWorkshop } from '../../platform/images/image-workshop.js';
import { newSecret } from '../../platform/secrets.js';
import { storageKey } from '../../platform/storage/storage-key.js';
import { Storage } from '../../platform/storage/storage.js';
import { BadPicture } from './account.errors.js';

const SIZES = { avatar: { width: 400, height: 400 }, header: { width: 1500, height: 500 } };

/** Makes the picture of a profile: drawn anew at one size, so nothing of the file but its pixels survives. */
@Injectable()
export class Portraits {
  constructor(
    private readonly storage: Storage,
    private readonly workshop: ImageWorkshop,
  ) {}

  /** @returns the key it is stored under. @throws BadPicture */
  async store(kind: 'avatar' | 'header', file: UploadedFile): Promise<string> {
    const { bytes, contentType } = await this.draw(kind, file.bytes);
    const key = storageKey({ kind: `${kind}s`, secret: newSecret(), rendition: 'original', contentType });
    await this.storage.put(key, bytes, contentType);
    return key;
  }

  async remove(key: string): Promise<void> {
    await this.storage.remove(key);
  }

  private async draw(kind: 'avatar' | 'header', source: Buffer): Promise<MadeImage> {
    try {
      const { images } = await this.workshop.make(source, [{ name: kind, ...SIZES[kind], fit: 'cover', encoding: 'alike' }]);
      const [portrait] = images;
      if (!portrait) throw new Error('the workshop left the portrait out');
      return portrait;
    } catch (error) {
      if (error instanceof ImageRefused) throw new BadPicture(kind);
      throw error;
    }
  }
}
