import type { Status } from '@roost/contracts';
import { useSession } from '../../app/session.js';
import { useText } from '../../i18n/use-text.js';
import type { OutboxEntry } from './outbox.js';
import { post } from './outbox-runner.js';

type Written = Pick<OutboxEntry, 'parts' | 'spoiler' | 'visibility' | 'language' | 'images'>;

/** Hands what was written to the outbox, which holds it for the undo time and then sends it. */
export function useSubmit(replyTo: Status | undefined): (written: Written) => void {
  const t = useText();
  const { account, preferences, site } = useSession();
  return (written) => {
    const now = Date.now();
    post(
      {
        ...written,
        id: crypto.randomUUID(),
        accountId: account.id,
        replyTo: replyTo
          ? { id: replyTo.id, handle: replyTo.account.acct, name: replyTo.account.display_name || replyTo.account.username }
          : null,
        createdAt: now,
        sendAt: now + preferences.undo_seconds * 1000,
        state: preferences.undo_seconds > 0 ? 'held' : 'waiting',
        posted: [],
      },
      t(`audience.${written.visibility}`, { site: site.name }),
    );
  };
}
