import type { Status } from '@roost/contracts';
import { Avatar, Kbd } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { takeComposeRequests } from '../../app/shell/compose-request.js';
import { requestComposer } from '../../app/shell/compose-request.js';
import { useSession } from '../../app/session.js';
import { useText } from '../../i18n/use-text.js';
import styles from './thread.module.css';

const Composer = lazy(() => import('../composer/composer.js').then((file) => ({ default: file.Composer })));

/** Answers the focused post right below it; pressing R on that post leads here too. */
export function ReplyBox({ focused, others }: { focused: Status; others: readonly Status[] }) {
  const t = useText();
  const { i18n } = useLingui();
  const { account } = useSession();
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      takeComposeRequests(({ replyTo }) => {
        if (replyTo?.id !== focused.id || matchMedia('(max-width: 40rem)').matches) return false;
        setOpen(true);
        return true;
      }),
    [focused.id],
  );
  if (!focused.roost.can.reply) return null;
  const people = [
    ...new Map(
      [focused, ...others.toReversed()]
        .filter((status) => status.account.id !== account.id)
        .map((status) => [status.account.id, status.account]),
    ).values(),
  ].slice(0, 3);
  const names = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(
    people.map((person) => (person.display_name || person.username).split(' ')[0] ?? ''),
  );
  if (open) {
    return (
      <div className={styles.composer}>
        <Suspense fallback={null}>
          <Composer replyTo={focused} autoFocus onClose={() => setOpen(false)} className={styles.plainComposer} />
        </Suspense>
      </div>
    );
  }
  return (
    <div className={styles.replyBox}>
      <Avatar
        src={account.roost.has_avatar ? account.avatar_static : null}
        name={account.display_name || account.username}
        official={account.roost.official}
        size={36}
      />
      <button type="button" className={styles.fake} onClick={() => requestComposer({ replyTo: focused })}>
        {people.length > 0 ? t('thread.replyTo', { names }) : t('thread.addToThread')}
      </button>
      <span aria-hidden="true" className={styles.key}>
        <Kbd>R</Kbd>
      </span>
    </div>
  );
}
