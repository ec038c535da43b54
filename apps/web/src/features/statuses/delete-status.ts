import type { Status } from '@roost/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { ApiError } from '../../api/api-error.js';
import { failureSentence } from '../../app/common/failure.js';
import { dismissToast, toast } from '../../app/common/toasts.js';
import { textNow } from '../../i18n/use-text.js';
import { changeOverlay, dropFromOverlay } from './overlay.js';
import { excerpt } from './excerpt.js';

const undoSeconds = 5;
const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; send: (keepalive: boolean) => Promise<void> }>();

/** Turns the post into a stone at once and deletes it when the undo time is over, or when the page goes away. */
export function deleteStatus(client: QueryClient, status: Status): void {
  const { id } = status;
  if (waiting.has(id)) return;
  changeOverlay(id, { deletedAt: Date.now() });
  const send = async (keepalive: boolean) => {
    clearTimeout(waiting.get(id)?.timer);
    waiting.delete(id);
    dismissToast(`delete-${id}`);
    try {
      await api.delete(`/api/v1/statuses/${id}`, { keepalive });
      void client.invalidateQueries({ queryKey: ['statuses'], refetchType: 'none' });
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return;
      dropFromOverlay(id, ['deletedAt']);
      toast({ tone: 'trouble', words: textNow('post.failed.delete', { post: excerpt(status), reason: failureSentence(error) }) });
    }
  };
  waiting.set(id, { timer: setTimeout(() => void send(false), undoSeconds * 1000), send });
  toast({
    id: `delete-${id}`,
    words: textNow('post.deleted'),
    seconds: undoSeconds,
    countdown: true,
    action: {
      label: textNow('common.undo'),
      run: () => {
        clearTimeout(waiting.get(id)?.timer);
        waiting.delete(id);
        dropFromOverlay(id, ['deletedAt']);
      },
    },
  });
}

addEventListener('pagehide', () => {
  for (const { send } of waiting.values()) void send(true);
});
