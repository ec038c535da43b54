import type { Status } from '@roost/contracts';
import { createStore } from '../common/store.js';

/** What the composer is opened for. `edit` and `replyTo` exclude each other; nothing at all is a new post. */
export interface ComposeRequest {
  replyTo?: Status;
  edit?: Status;
  /** Text to start with, as after undoing or deleting to write again. */
  text?: string;
}

/** Non-null while the composer is open as a dialog. */
export const composeRequests = createStore<ComposeRequest | null>(null);

/** A page that has its own composer on screen takes requests first; it answers true when it did. */
type Taker = (request: ComposeRequest) => boolean;
const takers: Taker[] = [];

export function takeComposeRequests(taker: Taker): () => void {
  takers.push(taker);
  return () => {
    const at = takers.indexOf(taker);
    if (at >= 0) takers.splice(at, 1);
  };
}

/** Opens the composer: the one on the page when it is there, else a dialog. */
export function requestComposer(request: ComposeRequest): void {
  for (const taker of [...takers].reverse()) if (taker(request)) return;
  composeRequests.set(request);
}
