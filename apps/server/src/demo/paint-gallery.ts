import type { INestApplicationContext } from '@nestjs/common';
import sharp from 'sharp';
import { Portraits } from '../people/accounts/portrait.js';
import type { MadeImage } from '../platform/images/image-recipe.js';
import { ImageWorkshop } from '../platform/images/image-workshop.js';
import { newSecret } from '../platform/secrets.js';
import { Storage } from '../platform/storage/storage.js';
import { mediaFile } from '../posts/media/media-files.js';
import { PICTURE_RECIPE } from '../posts/media/upload-media.js';
import { CHARTS } from './charts.js';
import type { Company } from './company.js';
import { drawChart } from './draw-chart.js';
import { drawPortrait } from './draw-portrait.js';
import { SCENES } from './scenes.js';
import type { PaintedPicture } from './store-pictures.js';

/** Everything drawn for the company, its files already in the storage. */
export interface Gallery {
  /** Storage keys by handle. */
  avatars: ReadonlyMap<string, string>;
  /** By the names that posts give. */
  pictures: ReadonlyMap<string, PaintedPicture>;
  /** Takes the files away again. */
  discard(): Promise<void>;
}

/** Draws portraits and pictures and sends them through the workshop, as uploads go. */
export async function paintGallery(rooms: INestApplicationContext, { people, posts }: Company): Promise<Gallery> {
  const storage = rooms.get(Storage, { strict: false });
  const portraits = rooms.get(Portraits, { strict: false });
  const workshop = rooms.get(ImageWorkshop, { strict: false });
  const files: string[] = [];
  const discard = async () => {
    for (const key of files) await storage.remove(key);
  };
  const put = async (key: string, image: MadeImage) => {
    files.push(key);
    await storage.put(key, image.bytes, image.contentType);
  };
  try {
    const avatars = new Map<string, string>();
    for (const [place, member] of people.entries()) {
      const bytes = await rasterise(drawPortrait(member, place));
      const key = await portraits.store('avatar', { bytes, filename: `${member.handle}.png`, contentType: 'image/png' });
      files.push(key);
      avatars.set(member.handle, key);
    }
    const pictures = new Map<string, PaintedPicture>();
    for (const name of new Set(posts.flatMap(({ picture }) => picture ?? []))) {
      const { description, svg } = sketch(name);
      const { images, blurhash } = await workshop.make(await rasterise(svg), PICTURE_RECIPE);
      const [original, small] = images;
      if (!original || !small) throw new Error(`the workshop left out a form of ${name}`);
      const key = newSecret();
      const media = { key, content_type: original.contentType, preview_key: null };
      await put(mediaFile(media, 'original'), original);
      await put(mediaFile(media, 'small'), small);
      pictures.set(name, {
        key,
        description,
        blurhash,
        contentType: original.contentType,
        bytes: original.bytes.length,
        width: original.width,
        height: original.height,
        previewWidth: small.width,
        previewHeight: small.height,
      });
    }
    return { avatars, pictures, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

function sketch(name: string): { description: string; svg: string } {
  const chart = CHARTS[name];
  if (chart) return { description: chart.description, svg: drawChart(chart.of) };
  const scene = SCENES[name];
  if (!scene) throw new Error(`there is no picture ${name}`);
  return { description: scene.description, svg: scene.of };
}

function rasterise(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png({ compressionLevel: 6 }).toBuffer();
}
