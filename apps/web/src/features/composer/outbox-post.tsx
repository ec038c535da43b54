import { Avatar, Button, cx, Icon } from '@roost/ui';
import { parseText } from '@roost/text';
import { useEffect, useState } from 'react';
import { useStore } from '../../app/common/store.js';
import { useSession } from '../../app/session.js';
import { useText } from '../../i18n/use-text.js';
import { PostText } from '../statuses/post-text.js';
import { outboxStore } from './outbox.js';
import { sendAgain, undo } from './outbox-runner.js';
import styles from './outbox-post.module.css';

/** A post that is on its way: as it will look, and what is happening with it. */
export function OutboxPost({ entryId, tabIndex = -1 }: { entryId: string; tabIndex?: number }) {
  const t = useText();
  const { account } = useSession();
  const entry = useStore(outboxStore, (all) => all.find((other) => other.id === entryId));
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (entry?.state !== 'sending') return undefined;
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, [entry?.state]);
  if (!entry) return null;
  const { state } = entry;
  const name = account.display_name || account.username;
  const word =
    state === 'failed'
      ? t('composer.state.failed')
      : state === 'waiting'
        ? t('composer.state.waiting')
        : state === 'sending' && slow
          ? t('composer.state.sending')
          : '';
  return (
    <article
      className={cx(styles.post, state === 'failed' && styles.failed)}
      tabIndex={tabIndex}
      data-focus={`outbox-${entry.id}`}
      aria-label={`${name}${word ? `, ${word}` : ''}`}
    >
      <span className={styles.dim}>
        <Avatar src={account.roost.has_avatar ? account.avatar_static : null} name={name} official={account.roost.official} />
      </span>
      <div className={styles.body}>
        <header className={styles.head}>
          <b className="trunc">{name}</b>
          <span className="muted small trunc">@{account.acct}</span>
          <span className={styles.state}>
            {state === 'sending' && slow && <Icon name="refresh" small className={styles.turning} />}
            {word}
          </span>
        </header>
        {entry.spoiler && <p className="small">{entry.spoiler}</p>}
        {entry.parts.map((part, index) => (
          <Text key={index} text={part} lang={entry.language} />
        ))}
        {entry.images.length > 0 && <p className="muted small">{t('composer.withImages', { count: entry.images.length })}</p>}
        {state === 'waiting' && (
          <div className={styles.foot}>
            <Icon name="clock" small />
            <span className="grow">{t('composer.sendsItself')}</span>
            <Button size="small" look="quiet" onClick={() => void undo(entry.id)}>
              {t('composer.edit')}
            </Button>
          </div>
        )}
        {state === 'failed' && (
          <div className={styles.foot}>
            <Icon name="alert" small />
            <span className="grow">
              {t('composer.notSentKept')} {entry.reason}
            </span>
            <Button size="small" onClick={() => sendAgain(entry.id)}>
              {t('composer.sendAgain')}
            </Button>
            <Button size="small" look="quiet" onClick={() => void undo(entry.id)}>
              {t('composer.edit')}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}

function Text({ text, lang }: { text: string; lang: string | null }) {
  const parsed = parseText(text);
  return (
    <PostText
      text={parsed.text}
      lang={lang}
      entities={parsed.entities.map((entity) => (entity.type === 'mention' ? { ...entity, account_id: null } : entity))}
    />
  );
}
