import type { z } from 'zod';

/** A kind of work that survives a crash. Names are stable: rows of an older release carry them. */
export interface JobQueue<Data extends object> {
  readonly name: string;
  readonly schema: z.ZodType<Data>;
  /** How often a failed job is tried again, each time after a longer wait. */
  readonly retries: number;
  /** First wait after a failure, in seconds; it doubles up to an hour. */
  readonly retryDelay: number;
  /** Seconds a finished job stays in the table. Short where its data is nobody's business. */
  readonly keep: number;
}

/** Names a queue and says what its jobs carry. */
export function jobQueue<Data extends object>(
  name: string,
  schema: z.ZodType<Data>,
  options: { retries?: number; retryDelay?: number; keep?: number } = {},
): JobQueue<Data> {
  return { name, schema, retries: options.retries ?? 5, retryDelay: options.retryDelay ?? 5, keep: options.keep ?? 24 * 3600 };
}
