import { Injectable } from '@nestjs/common';
import { ImageWorkshop } from '../../platform/images/image-workshop.js';
import { newSecret } from '../../platform/secrets.js';
import { Storage } from '../../platform/storage/storage.js';
import { previewFile } from './media-files.js';

/** A picture that stands for a film or sound. Each has an address of its own, since a file never changes under its address. */
export interface Preview {
  key: string;
  file: string;
  width: number;
  height: number;
  blurhash: string;
}

@Injectable()
export class MakePreview {
  constructor(
    private readonly workshop: ImageWorkshop,
    private readonly storage: Storage,
  ) {}

  /** The caller removes the file when it comes to nothing. @throws ImageRefused ImageQueueFull */
  async run(bytes: Buffer): Promise<Preview> {
    const { images, blurhash } = await this.workshop.make(bytes, [
      { name: 'small', width: 640, height: 640, fit: 'inside', encoding: 'webp' },
    ]);
    const [image] = images;
    if (!image) throw new Error('the workshop left the preview out');
    const key = newSecret();
    const file = previewFile(key);
    await this.storage.put(file, image.bytes, image.contentType);
    return { key, file, width: image.width, height: image.height, blurhash };
  }
}
