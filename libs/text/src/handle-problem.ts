import { MAX_HANDLE_LENGTH, MIN_HANDLE_LENGTH } from './limits.js';
import { isReservedHandle } from './reserved-handles.js';

export type HandleProblem = 'too_short' | 'too_long' | 'characters' | 'reserved';

/** The stored form of a handle. Only A-Z fold: `toLowerCase` would turn the Kelvin sign into a k. */
export function foldHandle(handle: string): string {
  return handle.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** What keeps a handle from being taken, after folding; nothing when it may be. Whether it is free is the database's answer. */
export function handleProblem(handle: string): HandleProblem | undefined {
  const folded = foldHandle(handle);
  if (/[^a-z0-9_]/.test(folded)) return 'characters';
  if (folded.length < MIN_HANDLE_LENGTH) return 'too_short';
  if (folded.length > MAX_HANDLE_LENGTH) return 'too_long';
  return isReservedHandle(folded) ? 'reserved' : undefined;
}
