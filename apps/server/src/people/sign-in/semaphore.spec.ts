import { describe, expect, it } from '@jest/globals';
import { Semaphore } from './semaphore.js';

class Full extends Error {}

/** Work that ends when it is told to. */
function held(): { work: () => Promise<string>; end: () => void; started: () => boolean } {
  let end: () => void = () => undefined;
  let started = false;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    work: async () => {
      started = true;
      await ended;
      return 'done';
    },
    end: () => end(),
    started: () => started,
  };
}

describe('Semaphore', () => {
  it('lets as many through as it may, the others in order, and refuses when the queue is full', async () => {
    const gate = new Semaphore(1, 2, () => new Full());
    const [first, second, third] = [held(), held(), held()];
    const results = [first, second, third].map(({ work }) => gate.run(work));
    await expect(gate.run(async () => 'fourth')).rejects.toBeInstanceOf(Full);
    expect([first.started(), second.started(), third.started()]).toEqual([true, false, false]);
    first.end();
    await results[0];
    await Promise.resolve();
    expect([second.started(), third.started()]).toEqual([true, false]);
    second.end();
    third.end();
    expect(await Promise.all(results)).toEqual(['done', 'done', 'done']);
  });

  it('gives the place back when work fails', async () => {
    const gate = new Semaphore(1, 0, () => new Full());
    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.run(async () => 'next')).toBe('next');
  });
});
