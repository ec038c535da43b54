import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { WakeableLoop } from '../wakeable-loop.js';

const LOOK_MS = 1000;

interface Due {
  what: string;
  step: () => Promise<boolean>;
}

/**
 * Work whose time stands in a row: polls that end, posts that go out. Each node looks once a second; the rows are the only memory, so a
 * restart loses nothing and a changed time needs no second word. The step locks its row and ticks it off in one transaction.
 */
@Injectable()
export class DueWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(DueWork.name);
  private readonly all: Due[] = [];
  private loops: WakeableLoop[] = [];

  constructor(private readonly settings: Settings) {}

  /**
   * Called by rooms while the application is put together.
   * @param what for the log
   * @param step does one thing that is due; returns false when nothing is
   */
  whenever(what: string, step: () => Promise<boolean>): void {
    this.all.push({ what, step });
  }

  onApplicationBootstrap(): void {
    if (this.settings.role === 'web') return;
    this.loops = this.all.map(
      ({ what, step }) =>
        new WakeableLoop(step, LOOK_MS, (error) =>
          this.log.error(`${what} will be tried again: ${error instanceof Error ? error.message : String(error)}`),
        ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }
}
