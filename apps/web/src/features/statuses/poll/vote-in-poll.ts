import type { Poll, Status } from '@roost/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.js';
import { failureSentence } from '../../../app/common/failure.js';
import { toast } from '../../../app/common/toasts.js';
import { textNow } from '../../../i18n/use-text.js';
import { excerpt } from '../excerpt.js';
import { changeCachedStatus } from '../status-cache.js';

/** Sends a vote and shows what the server made of it wherever the post stands. A vote cannot be taken back, so nothing is shown before. */
export async function voteInPoll(client: QueryClient, status: Status, poll: Poll, choices: readonly number[]): Promise<void> {
  const show = (answer: Poll) => changeCachedStatus(client, status.id, (before) => ({ ...before, poll: answer }));
  try {
    show(await api.post<Poll>(`/api/v1/polls/${poll.id}/votes`, { body: { choices } }));
  } catch (error) {
    toast({ tone: 'trouble', words: textNow('poll.failed', { post: excerpt(status), reason: failureSentence(error) }) });
    // It may be over, or answered on another device: what stands there now is the better reply.
    await api.get<Poll>(`/api/v1/polls/${poll.id}`).then(show, () => undefined);
  }
}
