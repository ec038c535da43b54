import type { CloseReason } from './connection.js';

/** Longer than anybody is on the way from showing a token to being connected. */
const KEPT_MS = 60_000;

/** Accounts, sessions and tokens that ended a moment ago: whoever was let in just before is not connected yet and would be missed. */
export class EndedLately {
  private readonly ended = new Map<string, { reason: CloseReason; until: number }>();

  note(id: string, reason: CloseReason): void {
    const now = Date.now();
    for (const [old, { until }] of this.ended) {
      if (until > now) break;
      this.ended.delete(old);
    }
    this.ended.delete(id);
    this.ended.set(id, { reason, until: now + KEPT_MS });
  }

  forget(id: string): void {
    this.ended.delete(id);
  }

  reasonOf(id: string): CloseReason | null {
    const known = this.ended.get(id);
    return known && known.until > Date.now() ? known.reason : null;
  }
}
