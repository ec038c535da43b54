import { announce } from './announce.js';
import { createStore } from './store.js';

export interface Toast {
  id: string;
  words: string;
  tone: 'plain' | 'trouble';
  action?: { label: string; run: () => void };
  /** When the toast leaves, in milliseconds since the epoch; a pause moves it. */
  until: number;
  /** Shows the seconds that remain beside the action. */
  countdown: boolean;
}

export const toasts = createStore<Toast[]>([]);

export interface ToastInput {
  /** A toast with the id of an earlier one takes its place. */
  id?: string;
  words: string;
  tone?: Toast['tone'];
  action?: Toast['action'];
  seconds?: number;
  countdown?: boolean;
}

/** Shows a short message at the foot of the page and says it; gives the id to take it away early. */
export function toast({
  id = crypto.randomUUID(),
  words,
  tone = 'plain',
  action,
  seconds = action ? 10 : 5,
  countdown = false,
}: ToastInput): string {
  const entry: Toast = { id, words, tone, action, until: Date.now() + seconds * 1000, countdown };
  toasts.set((before) => [...before.filter((other) => other.id !== id), entry].slice(-3));
  announce(words);
  return id;
}

export function dismissToast(id: string): void {
  toasts.set((before) => (before.some((entry) => entry.id === id) ? before.filter((entry) => entry.id !== id) : before));
}
