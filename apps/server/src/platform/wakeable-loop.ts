/**
 * Repeats a step: again at once while it finds work, otherwise after a wake-up call or the poll interval, whichever comes first.
 * A step that throws is tried again after the interval.
 */
export class WakeableLoop {
  private stopped = false;
  private rung = false;
  private resume: () => void = () => undefined;
  private readonly running: Promise<void>;

  /** @param step returns true while there is more to do */
  constructor(
    private readonly step: () => Promise<boolean>,
    private readonly pollMs: number,
    private readonly onError: (error: unknown) => void,
  ) {
    this.running = this.run();
  }

  wake(): void {
    this.rung = true;
    this.resume();
  }

  /** Resolves when the step under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.resume();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.rung = false;
      let more = false;
      try {
        more = await this.step();
      } catch (error) {
        if (!this.stopped) this.onError(error);
        this.rung = false;
      }
      if (!more) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      if (this.rung || this.stopped) return resolve();
      const timer = setTimeout(resolve, this.pollMs);
      this.resume = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
