import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { ImageQueueFull, ImageRefused } from './image.errors.js';
import { ImageProcess } from './image-process.js';
import type { MadeImages, Rendition } from './image-recipe.js';
import { sniffImage } from './sniff-image.js';

/** One large picture fills a processor and some 250 MB for a second; most take a tenth of that. */
const PROCESSES = availableParallelism() < 4 ? 1 : 2;
const WAITING = 40;

/** Makes pictures out of files that strangers send: in child processes, so that a file made to break the decoder breaks nothing else. */
@Injectable()
export class ImageWorkshop implements OnApplicationShutdown {
  private readonly processes = Array.from({ length: PROCESSES }, () => new ImageProcess());
  private readonly idle = [...this.processes];
  private readonly waiting: ((free: ImageProcess) => void)[] = [];

  /**
   * Decodes the file and makes its renditions; the blurhash is that of the last one, which should be the smallest.
   * @throws ImageRefused when it is no picture Roost takes, or damaged, or too large
   * @throws ImageQueueFull when too many wait
   */
  async make(bytes: Buffer, renditions: Rendition[]): Promise<MadeImages> {
    if (sniffImage(bytes) === null) throw new ImageRefused('unknown_type');
    const free = await this.take();
    try {
      return await free.make(bytes, renditions);
    } finally {
      const next = this.waiting.shift();
      if (next) next(free);
      else this.idle.push(free);
    }
  }

  onApplicationShutdown(): void {
    for (const one of this.processes) one.stop();
  }

  private take(): Promise<ImageProcess> {
    const free = this.idle.pop();
    if (free) return Promise.resolve(free);
    if (this.waiting.length >= WAITING) throw new ImageQueueFull();
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
