/** Lets a few through at once and keeps the others waiting in order; a queue that is full refuses. */
export class Semaphore {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  /** @param refusal made for whoever finds the queue full */
  constructor(
    atOnce: number,
    private readonly queue: number,
    private readonly refusal: () => Error,
  ) {
    this.free = atOnce;
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private enter(): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= this.queue) return Promise.reject(this.refusal());
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Hands the place over directly, so that a newcomer cannot take it from the first in the queue. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
