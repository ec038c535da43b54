import type { MediaAttachment, Status, StatusContext } from '@roost/contracts';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../../api/api-error.js';
import { api, type Page } from '../../api/client.js';
import { failureSentence } from '../../app/common/failure.js';
import { dismissToast, toast } from '../../app/common/toasts.js';
import { requestComposer } from '../../app/shell/compose-request.js';
import { textNow } from '../../i18n/use-text.js';
import { insert } from '../timelines/let-in.js';
import { changePending } from '../timelines/pending.js';
import { changeInOutbox, outboxStore, putInOutbox, restoreOutbox, takeFromOutbox, type OutboxEntry } from './outbox.js';
import { restoreDraft } from './draft.js';

let client: QueryClient;
let running = false;
let wake: ReturnType<typeof setTimeout> | undefined;
const tries = new Map<string, number>();

/** Starts sending what waits, and keeps at it when the network comes back. */
export function startOutbox(queryClient: QueryClient, accountId: string): () => void {
  client = queryClient;
  const look = () => void run(accountId);
  const leave = () => {
    for (const entry of outboxStore.get())
      if (entry.state === 'held' && entry.accountId === accountId) void sendWhileLeaving(entry);
  };
  const hidden = () => document.visibilityState === 'hidden' && leave();
  void restoreOutbox().then(look);
  addEventListener('online', look);
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', hidden);
  const stop = outboxStore.subscribe(look);
  return () => {
    stop();
    clearTimeout(wake);
    removeEventListener('online', look);
    removeEventListener('pagehide', leave);
    document.removeEventListener('visibilitychange', hidden);
  };
}

/** Takes a written post: it shows at once, can be undone for a while, then leaves. */
export function post(entry: OutboxEntry, audience: string): void {
  const held = entry.sendAt > Date.now();
  putInOutbox(entry);
  if (!held) return;
  toast({
    id: `outbox-${entry.id}`,
    words: textNow('composer.postedTo', { audience }),
    seconds: (entry.sendAt - Date.now()) / 1000,
    countdown: true,
    action: { label: textNow('common.undo'), run: () => void undo(entry.id) },
  });
}

/** Brings text and pictures back into the composer; nothing has left the device. */
export async function undo(id: string): Promise<void> {
  const entry = outboxStore.get().find((other) => other.id === id);
  if (!entry || entry.state === 'sending') return;
  dismissToast(`outbox-${id}`);
  takeFromOutbox(id);
  await Promise.all(entry.posted.map((posted) => api.delete(`/api/v1/statuses/${posted}`).catch(() => undefined)));
  await restoreDraft(entry);
  requestComposer(entry.replyTo ? { replyTo: await replyTarget(entry.replyTo.id) } : {});
}

export function sendAgain(id: string): void {
  tries.delete(id);
  changeInOutbox(id, { state: 'waiting', reason: undefined });
}

async function replyTarget(id: string): Promise<Status | undefined> {
  return api.get<Status>(`/api/v1/statuses/${id}`).catch(() => undefined);
}

/** One at a time and in order; a post that failed does not hold up the ones behind it. */
async function run(accountId: string): Promise<void> {
  if (running) return;
  running = true;
  try {
    for (;;) {
      const now = Date.now();
      const mine = outboxStore.get().filter((entry) => entry.accountId === accountId && entry.state !== 'failed');
      const due = mine.find((entry) => entry.state !== 'held' || entry.sendAt <= now);
      clearTimeout(wake);
      if (!due) {
        const next = Math.min(...mine.map((entry) => entry.sendAt));
        if (Number.isFinite(next)) wake = setTimeout(() => void run(accountId), Math.max(50, next - now));
        return;
      }
      if (!navigator.onLine) {
        if (due.state !== 'waiting') changeInOutbox(due.id, { state: 'waiting' });
        return;
      }
      if (!(await send(due))) return;
    }
  } finally {
    running = false;
  }
}

/** True when the next one may be tried at once. */
async function send(entry: OutboxEntry): Promise<boolean> {
  dismissToast(`outbox-${entry.id}`);
  changeInOutbox(entry.id, { state: 'sending' });
  try {
    const mediaIds = await upload(entry);
    let current = entry;
    for (let part = entry.posted.length; part < entry.parts.length; part += 1) {
      const status = await publish(current, part, mediaIds);
      current = { ...current, posted: [...current.posted, status.id] };
      changeInOutbox(entry.id, { posted: current.posted });
      show(status);
    }
    takeFromOutbox(entry.id);
    toast({ id: `posted-${entry.id}`, words: textNow('composer.posted'), seconds: 3 });
    return true;
  } catch (error) {
    return failed(entry.id, error);
  }
}

function failed(id: string, error: unknown): boolean {
  const tried = (tries.get(id) ?? 0) + 1;
  tries.set(id, tried);
  if (error instanceof ApiError && error.passing && (tried < 4 || !navigator.onLine)) {
    changeInOutbox(id, { state: 'waiting' });
    clearTimeout(wake);
    const wait = error.retryAfter ? error.retryAfter * 1000 : Math.min(1000 * 2 ** tried, 30_000);
    const accountId = outboxStore.get().find((entry) => entry.id === id)?.accountId;
    if (accountId) wake = setTimeout(() => void run(accountId), wait);
    return false;
  }
  const reason = error instanceof ApiError && !error.passing ? error.message : failureSentence(error);
  changeInOutbox(id, { state: 'failed', reason });
  toast({ words: textNow('composer.notSent', { reason }), tone: 'trouble' });
  return true;
}

async function upload(entry: OutboxEntry): Promise<string[]> {
  const images = [...entry.images];
  for (const [index, image] of images.entries()) {
    if (image.mediaId) continue;
    const body = new FormData();
    body.append('file', image.blob, `image.${image.blob.type.split('/')[1] ?? 'jpg'}`);
    if (image.description) body.append('description', image.description);
    if (image.poster) body.append('thumbnail', image.poster, 'poster.jpg');
    // The older address answers when a film is ready, and a post takes none before.
    const media = await api.post<MediaAttachment>('/api/v1/media', { body, idempotencyKey: `${entry.id}-${image.id}` });
    images[index] = { ...image, mediaId: media.id };
    changeInOutbox(entry.id, { images: [...images] });
  }
  return images.flatMap((image) => image.mediaId ?? []);
}

function publish(entry: OutboxEntry, part: number, mediaIds: string[], keepalive = false): Promise<Status> {
  return api.post<Status>('/api/v1/statuses', {
    keepalive,
    idempotencyKey: part === 0 ? entry.id : `${entry.id}-${part}`,
    body: {
      status: entry.parts[part],
      visibility: entry.visibility,
      ...(entry.spoiler ? { spoiler_text: entry.spoiler, sensitive: true } : {}),
      ...(entry.language ? { language: entry.language } : {}),
      ...(part === 0
        ? { ...(mediaIds.length > 0 ? { media_ids: mediaIds } : {}), in_reply_to_id: entry.replyTo?.id }
        : { in_reply_to_id: entry.posted[part - 1] }),
    },
  });
}

/** A page that closes sends at once what needs one request; the rest stays and is sent at the next visit. */
async function sendWhileLeaving(entry: OutboxEntry): Promise<void> {
  if (entry.parts.length > 1 || entry.images.some((image) => !image.mediaId)) return;
  changeInOutbox(entry.id, { sendAt: Date.now() });
  dismissToast(`outbox-${entry.id}`);
  const status = await publish(
    entry,
    0,
    entry.images.flatMap((image) => image.mediaId ?? []),
    true,
  ).catch(() => undefined);
  if (!status) return;
  takeFromOutbox(entry.id);
  show(status);
}

/** Puts what the server answered where the person expects it; lists that already heard of it by event stay as they are. */
function show(status: Status): void {
  changePending(status.id, () => null);
  const lists = [['timeline', 'home'], ...(status.visibility === 'public' ? [['timeline', 'company']] : [])];
  for (const key of lists) {
    client.setQueryData<InfiniteData<Page<Status>, string | null>>(['statuses', ...key], (before) => insert(before, [status]));
  }
  void client.invalidateQueries({ queryKey: ['statuses', 'account', status.account.id] });
  const parent = status.in_reply_to_id;
  if (!parent) return;
  // How many replies it has now comes by event, as an exact number: adding one here would count this one twice.
  client.setQueriesData<StatusContext>({ queryKey: ['statuses', 'context'] }, (before) => {
    if (!before || before.descendants.some((other) => other.id === status.id)) return before;
    const belongs = [...before.ancestors, ...before.descendants].some((other) => other.id === parent);
    return belongs ? { ...before, descendants: [...before.descendants, status] } : before;
  });
  client.setQueryData<StatusContext>(['statuses', 'context', parent], (before) =>
    before && !before.descendants.some((other) => other.id === status.id)
      ? { ...before, descendants: [...before.descendants, status] }
      : before,
  );
}
