import type { Status } from '@roost/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import type { MessageId } from '../../i18n/messages.js';
import { textNow } from '../../i18n/use-text.js';
import { changeOverlay, dropFromOverlay } from './overlay.js';
import { replaceCachedStatus } from './status-cache.js';
import { excerpt } from './excerpt.js';

export type Toggle = 'favourited' | 'reblogged' | 'bookmarked' | 'pinned' | 'muted';

const routes: Record<Toggle, { on: string; off: string; failed: MessageId }> = {
  favourited: { on: 'favourite', off: 'unfavourite', failed: 'post.failed.like' },
  reblogged: { on: 'reblog', off: 'unreblog', failed: 'post.failed.boost' },
  bookmarked: { on: 'bookmark', off: 'unbookmark', failed: 'post.failed.save' },
  pinned: { on: 'pin', off: 'unpin', failed: 'post.failed.pin' },
  muted: { on: 'mute', off: 'unmute', failed: 'post.failed.mute' },
};

/** Newest wish per status and flag: an answer to an older press must not undo a newer one. */
const wishes = new Map<string, symbol>();

/** Shows the change at once, sends it, and takes it back with a toast naming the post when it fails. */
export async function toggleStatus(client: QueryClient, status: Status, flag: Toggle, wanted: boolean): Promise<void> {
  const key = `${status.id} ${flag}`;
  const wish = Symbol(key);
  wishes.set(key, wish);
  changeOverlay(status.id, { [flag]: wanted });
  try {
    const answer = await api.post<Status>(`/api/v1/statuses/${status.id}/${wanted ? routes[flag].on : routes[flag].off}`);
    if (wishes.get(key) !== wish) return;
    replaceCachedStatus(client, answer);
    dropFromOverlay(status.id, [flag]);
    if (flag === 'bookmarked' || flag === 'pinned')
      void client.invalidateQueries({ queryKey: ['statuses', flag === 'pinned' ? 'account' : 'saved'], refetchType: 'none' });
  } catch (error) {
    if (wishes.get(key) !== wish) return;
    dropFromOverlay(status.id, [flag]);
    toast({ tone: 'trouble', words: textNow(routes[flag].failed, { post: excerpt(status), reason: failureSentence(error) }) });
  }
}
