import { createStore } from '../app/common/store.js';

/** What the person is told about the live connection. */
export type Connection =
  | { kind: 'connecting' }
  | { kind: 'live' }
  | { kind: 'reconnecting'; attempt: number }
  /** No socket for long: lists are asked for each minute. */
  | { kind: 'polling' }
  | { kind: 'offline'; since: number };

export const connection = createStore<Connection>({ kind: 'connecting' });

let retry: () => void = () => undefined;

/** The connection says here how it can be asked to try at once. */
export function onRetry(run: () => void): void {
  retry = run;
}

export function retryNow(): void {
  retry();
}
