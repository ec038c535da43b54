import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EXIT_TOO_LARGE, EXIT_TOO_SLOW } from './image-exit.js';
import { ImageRefused } from './image.errors.js';
import type { ImageAnswer, MadeImages, Rendition } from './image-recipe.js';

const WORKER = fileURLToPath(new URL('./image-worker.js', import.meta.url));
/** The process watches its own processor time; this is for one that hangs without working. */
const HANG_MS = 20_000;
const START_MS = 20_000;
const EXITS = new Map<number | null, 'too_slow' | 'too_many_pixels'>([
  [EXIT_TOO_SLOW, 'too_slow'],
  [EXIT_TOO_LARGE, 'too_many_pixels'],
]);

/** One child process that makes one picture after the other. Once killed it is started again by the next order. */
export class ImageProcess {
  private child: ChildProcess | null = null;
  private orders = 0;

  /** @throws ImageRefused when the file cannot be taken; also when it crashes, fills or stalls the process */
  async make(bytes: Buffer, renditions: Rendition[]): Promise<MadeImages> {
    const child = this.child ?? (await this.start());
    const id = ++this.orders;
    return new Promise((resolve, reject) => {
      const settle = (work: () => void) => {
        clearTimeout(timer);
        child.off('message', onAnswer);
        child.off('exit', onExit);
        work();
      };
      const timer = setTimeout(() => {
        this.stop();
        settle(() => reject(new ImageRefused('too_slow')));
      }, HANG_MS);
      const onAnswer = (message: unknown) => {
        const answer = message as ImageAnswer;
        if (answer.id !== id) return;
        settle(() => ('made' in answer ? resolve(answer.made) : reject(new ImageRefused(answer.refused))));
      };
      const onExit = (code: number | null) => settle(() => reject(new ImageRefused(EXITS.get(code) ?? 'damaged')));
      child.on('message', onAnswer);
      child.on('exit', onExit);
      child.send({ id, bytes, renditions }, (error) => {
        if (error) onExit(null);
      });
    });
  }

  /** Kills the process at once, whatever it is doing. */
  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  /** The child gets no environment: neither the database's address nor any secret is in its memory. */
  private start(): Promise<ChildProcess> {
    const child = fork(WORKER, [], {
      env: {},
      execArgv: ['--max-old-space-size=128'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child = child;
    child.on('exit', () => {
      if (this.child === child) this.child = null;
    });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        reject(new Error('the image process did not start'));
      }, START_MS);
      child.once('exit', () => reject(new Error('the image process ended while it started')));
      child.on('error', reject);
      child.once('message', () => {
        clearTimeout(timer);
        resolve(child);
      });
    });
  }
}
