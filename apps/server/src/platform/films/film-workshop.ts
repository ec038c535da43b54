import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FilmRefused } from './film.errors.js';
import type { FilmAnswer, FilmFacts } from './film-recipe.js';

const WORKER = fileURLToPath(new URL('./film-worker.js', import.meta.url));
/** The process watches its own processor time; this is for one that hangs without working. */
const HANG_MS = 60_000;
const AT_ONCE = 2;

/** Writes films and sounds anew, each in a child process of its own: a file made to break the reader breaks nothing else. */
@Injectable()
export class FilmWorkshop implements OnApplicationShutdown {
  private readonly running = new Set<ChildProcess>();
  private readonly waiting: (() => void)[] = [];

  /**
   * Reads one file and writes it anew, without its metadata.
   * @param source path of what was sent
   * @param target path of what is made
   * @throws FilmRefused also when the file crashes, fills or stalls the process
   */
  async make(source: string, target: string): Promise<FilmFacts> {
    while (this.running.size >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    // No environment: neither the database's address nor any secret is in the child's memory.
    const child = fork(WORKER, [source, target], {
      env: {},
      execArgv: ['--max-old-space-size=384'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.running.add(child);
    try {
      return await answerOf(child);
    } finally {
      child.kill('SIGKILL');
      this.running.delete(child);
      this.waiting.shift()?.();
    }
  }

  onApplicationShutdown(): void {
    for (const child of this.running) child.kill('SIGKILL');
  }
}

function answerOf(child: ChildProcess): Promise<FilmFacts> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new FilmRefused('too_slow')), HANG_MS);
    const settle = (work: () => void) => {
      clearTimeout(timer);
      work();
    };
    child.on('message', (message) => {
      const answer = message as FilmAnswer;
      settle(() => ('made' in answer ? resolve(answer.made) : reject(new FilmRefused(answer.refused))));
    });
    child.on('error', (error) => settle(() => reject(error)));
    child.on('exit', (code) => settle(() => reject(new FilmRefused(code === 70 ? 'too_slow' : 'damaged'))));
  });
}
