/**
 * The workshop's child process: decodes what strangers send. It knows no settings and no secrets, and its parent kills it
 * when it takes too long; it ends itself when it takes too much memory.
 */
import { LIMITS } from '@roost/contracts';
import { encode as encodeBlurhash } from 'blurhash';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { AVIF_PIXELS } from './image-limits.js';
import { EXIT_TOO_LARGE, EXIT_TOO_SLOW } from './image-exit.js';
import type { ImageAnswer, ImageOrder, ImageRefusal, MadeImage, MadeImages, Rendition } from './image-recipe.js';

/** The largest picture taken needs about 260 MB, an AVIF 310 MB. */
const MEMORY_BYTES = 384 * 1024 * 1024;
/** Work on one picture, in processor time, so that a busy machine refuses no good picture. */
const WORK_MICROSECONDS = 5_000_000;
const LOOK_MS = 25;
/** Only these decoders may run, whatever a file claims to be. AVIF comes through the HEIF one. */
const DECODERS = ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`);
const FORMATS = new Set(['jpeg', 'png', 'gif', 'webp', 'heif']);

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: DECODERS });

/** Processor time used when the order under way began; null between orders. */
let began: NodeJS.CpuUsage | null = null;

// Decoding runs in threads of its own, so this one is free to look.
setInterval(() => {
  if (process.memoryUsage.rss() > MEMORY_BYTES) process.exit(EXIT_TOO_LARGE);
  if (began === null) return;
  const { user, system } = process.cpuUsage(began);
  if (user + system > WORK_MICROSECONDS) process.exit(EXIT_TOO_SLOW);
}, LOOK_MS);

class Refused extends Error {
  constructor(readonly refusal: ImageRefusal) {
    super(refusal);
  }
}

process.on('message', (order: ImageOrder) => {
  void make(order).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function make(order: ImageOrder): Promise<ImageAnswer> {
  began = process.cpuUsage();
  try {
    return { id: order.id, made: await makeAll(Buffer.from(order.bytes), order.renditions) };
  } catch (error) {
    return { id: order.id, refused: error instanceof Refused ? error.refusal : 'damaged' };
  } finally {
    began = null;
  }
}

async function makeAll(bytes: Buffer, renditions: Rendition[]): Promise<MadeImages> {
  const facts = await readFacts(bytes);
  const images: MadeImage[] = [];
  // Each is made from the one before: what a stranger sent is decoded once.
  for (const rendition of renditions) images.push(await makeOne(open(images.at(-1)?.bytes ?? bytes), facts, rendition));
  const smallest = images.at(-1);
  if (smallest === undefined) throw new Error('an order without renditions');
  return { images, blurhash: await blurhashOf(smallest.bytes) };
}

/** Reads the header only: a bomb is refused by what it announces, before a pixel is decoded. */
async function readFacts(bytes: Buffer): Promise<Metadata> {
  const facts = await open(bytes, false).metadata();
  if (!FORMATS.has(facts.format) || (facts.format === 'heif' && facts.compression !== 'av1')) throw new Refused('unknown_type');
  const most = facts.format === 'heif' ? AVIF_PIXELS : LIMITS.imagePixels;
  if (facts.width * (facts.pageHeight ?? facts.height) > most) throw new Refused('too_many_pixels');
  return facts;
}

/** The first frame only, so that the number of frames in an animation costs nothing. Truncated and faulty data is an error. */
function open(bytes: Buffer, limited = true): Sharp {
  return sharp(bytes, {
    failOn: 'warning',
    limitInputPixels: limited ? LIMITS.imagePixels : false,
    pages: 1,
    sequentialRead: true,
  });
}

/** sharp drops all metadata unless told otherwise; orientation and colour profile are applied to the pixels first. */
async function makeOne(input: Sharp, facts: Metadata, rendition: Rendition): Promise<MadeImage> {
  const resized = input
    .autoOrient()
    .resize({
      width: rendition.width,
      height: rendition.height,
      fit: rendition.fit,
      withoutEnlargement: rendition.fit === 'inside',
    })
    .toColourspace('srgb');
  const { data, info } = await encode(resized, facts, rendition).toBuffer({ resolveWithObject: true });
  return {
    name: rendition.name,
    bytes: data,
    contentType: `image/${info.format as 'jpeg' | 'png' | 'webp'}`,
    width: info.width,
    height: info.height,
  };
}

function encode(image: Sharp, facts: Metadata, rendition: Rendition): Sharp {
  if (rendition.encoding === 'webp') return image.webp({ quality: 80, effort: 3 });
  if (facts.format === 'jpeg') return image.jpeg({ quality: 85, progressive: true });
  if (facts.format === 'png' || facts.format === 'gif') return image.png({ compressionLevel: 8 });
  return image.webp({ quality: 85, effort: 3 });
}

async function blurhashOf(bytes: Buffer): Promise<string> {
  const { data, info } = await sharp(bytes)
    .resize(32, 32, { fit: 'inside' })
    .flatten({ background: '#ffffff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return encodeBlurhash(new Uint8ClampedArray(data), info.width, info.height, 4, 3);
}
