import { Dialog } from '@roost/ui';
import { useStore } from '../../app/common/store.js';
import { composeRequests } from '../../app/shell/compose-request.js';
import { useText } from '../../i18n/use-text.js';
import { PostText } from '../statuses/post-text.js';
import { Composer } from './composer.js';
import { EditComposer } from './edit-composer.js';
import styles from './compose-dialog.module.css';

/** The composer over any page, with what it answers in view. Closing never asks: it keeps the draft. */
export default function ComposeDialog() {
  const t = useText();
  const request = useStore(composeRequests);
  const close = () => composeRequests.set(null);
  if (!request) return null;
  const { replyTo, edit } = request;
  const title = edit
    ? t('composer.editTitle')
    : replyTo
      ? t('composer.replyLabel', { name: replyTo.account.display_name || replyTo.account.username })
      : t('nav.newPost');
  return (
    <Dialog open title={title} closeLabel={t('composer.closeKeep')} onClose={close} medium>
      {replyTo && (
        <blockquote className={styles.target}>
          <b>{replyTo.account.display_name || replyTo.account.username}</b>
          <PostText
            text={replyTo.roost.text}
            entities={replyTo.roost.entities}
            lang={replyTo.language}
            className={styles.targetText}
          />
        </blockquote>
      )}
      {edit ? (
        <EditComposer status={edit} onClose={close} key={edit.id} />
      ) : (
        <Composer replyTo={replyTo} onClose={close} autoFocus className={styles.plain} key={replyTo?.id ?? 'new'} />
      )}
    </Dialog>
  );
}
