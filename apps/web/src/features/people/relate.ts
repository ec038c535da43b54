import type { Account, Relationship } from '@roost/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import type { MessageId } from '../../i18n/messages.js';
import { textNow } from '../../i18n/use-text.js';
import { relationshipQuery } from '../relationships/follow-account.js';
import { nameOf } from './account-name.js';

type Verb = 'follow' | 'unfollow' | 'mute' | 'unmute' | 'block' | 'unblock' | 'remove_from_followers';

const none = { following: false, requested: false };

/** What a verb will most likely make of a relationship, to show it before the server has answered. */
function expected(before: Relationship, verb: Verb, locked: boolean): Relationship {
  const changes: Record<Verb, Partial<Relationship>> = {
    follow: locked && !before.following ? { requested: true } : { following: true, requested: false },
    unfollow: none,
    mute: { muting: true, muting_expires_at: null },
    unmute: { muting: false, muting_notifications: false, muting_expires_at: null },
    block: { ...none, blocking: true, followed_by: false, requested_by: false },
    unblock: { blocking: false },
    remove_from_followers: { followed_by: false },
  };
  return { ...before, ...changes[verb] };
}

const said: Partial<Record<Verb, MessageId>> = {
  mute: 'people.done.muted',
  unmute: 'people.done.unmuted',
  block: 'people.done.blocked',
  unblock: 'people.done.unblocked',
  remove_from_followers: 'people.done.removed',
};

const failed: Partial<Record<Verb, MessageId>> = { follow: 'people.failed.follow', unfollow: 'people.failed.unfollow' };

/** Newest wish per account: an answer to an older press must not undo a newer one. */
const wishes = new Map<string, symbol>();

/** Shows the change at once, sends it, says it, and takes it back with a toast naming the person when it fails. */
export async function relate(client: QueryClient, account: Account, verb: Verb, body?: object): Promise<void> {
  const key = relationshipQuery(account.id).queryKey;
  const name = nameOf(account);
  const wish = Symbol(verb);
  wishes.set(account.id, wish);
  await client.cancelQueries({ queryKey: key });
  const before = client.getQueryData<Relationship>(key);
  if (before) client.setQueryData(key, expected(before, verb, account.locked));
  try {
    const answer = await api.post<Relationship>(`/api/v1/accounts/${account.id}/${verb}`, { body });
    if (wishes.get(account.id) === wish) client.setQueryData(key, answer);
    const words = said[verb];
    if (words) toast({ words: textNow(words, { name }) });
    afterwards(client, verb);
  } catch (error) {
    if (wishes.get(account.id) === wish) client.setQueryData(key, before);
    toast({
      tone: 'trouble',
      words: textNow(failed[verb] ?? 'people.failed.change', { name, reason: failureSentence(error) }),
    });
  }
}

/** Lists that are no longer true are loaded again when somebody next looks at them; the counts of a profile at once. */
function afterwards(client: QueryClient, verb: Verb): void {
  void client.invalidateQueries({ queryKey: ['account'] });
  void client.invalidateQueries({ queryKey: ['accounts'], refetchType: 'none' });
  if (verb === 'follow' || verb === 'unfollow') return;
  void client.invalidateQueries({ queryKey: ['statuses'], refetchType: 'none' });
}

/** Lets somebody follow who asked to, or not. */
export async function answerRequest(client: QueryClient, account: Account, answer: 'authorize' | 'reject'): Promise<boolean> {
  const name = nameOf(account);
  try {
    const relationship = await api.post<Relationship>(`/api/v1/follow_requests/${account.id}/${answer}`);
    client.setQueryData(relationshipQuery(account.id).queryKey, relationship);
    toast({ words: textNow(answer === 'authorize' ? 'people.done.accepted' : 'people.done.rejected', { name }) });
    void client.invalidateQueries({ queryKey: ['accounts'], refetchType: 'none' });
    return true;
  } catch (error) {
    toast({ tone: 'trouble', words: textNow('people.failed.change', { name, reason: failureSentence(error) }) });
    return false;
  }
}
