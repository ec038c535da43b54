import { useLingui } from '@lingui/react';
import { Bird, Button } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { clock, dayName, dayWord } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { heightOfGone, useGone } from '../statuses/gone.js';
import { Post } from '../statuses/post.js';
import { Stone } from '../statuses/stone.js';
import { useNow } from '../statuses/use-now.js';
import type { RowContext } from './feed.js';
import { fillGap } from './let-in.js';
import type { Gap, PostRow, Row } from './rows.js';
import type { Feed } from './timeline-query.js';
import styles from './feed-row.module.css';

interface FeedRowProps {
  row: Row;
  context: RowContext;
  /** The streaming list this row is in; only those have gaps. */
  feed?: Feed;
  /** When the reader left, for the words on the reading line. */
  leftAt?: string | undefined;
}

export function FeedRow({ row, context, feed, leftAt }: FeedRowProps) {
  if (row.kind === 'band') return <Band day={row.day} />;
  if (row.kind === 'line') return <ReadingLine at={leftAt} />;
  if (row.kind === 'gap') return feed ? <GapRow gap={row.gap} feed={feed} tabIndex={context.tabIndex} /> : null;
  return <PostInFeed row={row} context={context} />;
}

function PostInFeed({ row, context }: { row: PostRow; context: RowContext }) {
  const t = useText();
  const { i18n } = useLingui();
  const gone = useGone(row.status.id);
  if (gone)
    return (
      <Stone
        icon="trash"
        focusName={row.key}
        tabIndex={context.tabIndex}
        height={heightOfGone(row.status.id)}
        words={t('timeline.stone.deleted', { time: clock(new Date(gone), i18n.locale) })}
      />
    );
  return (
    <Post
      status={row.status}
      boostedBy={row.boostedBy}
      inRun={row.inRun}
      runGoesOn={row.runGoesOn}
      focusName={row.key}
      position={context.position}
      tabIndex={context.tabIndex}
    />
  );
}

function Band({ day }: { day: number }) {
  const t = useText();
  const { i18n } = useLingui();
  const now = new Date(useNow());
  const date = new Date(day);
  const word = dayWord(date, now, t);
  return (
    <div className={styles.band}>
      {word && <b>{word}</b>}
      <span>{dayName(date, i18n.locale)}</span>
    </div>
  );
}

function ReadingLine({ at }: { at: string | undefined }) {
  const t = useText();
  const { i18n } = useLingui();
  return (
    <div className={styles.line}>
      <Bird className={styles.bird} />
      <span>{at ? t('timeline.leftOffAt', { time: clock(new Date(at), i18n.locale) }) : t('timeline.leftOff')}</span>
    </div>
  );
}

/** What was missed and not loaded; never a silent hole. */
function GapRow({ gap, feed, tabIndex }: { gap: Gap; feed: Feed; tabIndex: number }) {
  const t = useText();
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const load = () => {
    setBusy(true);
    fillGap(client, feed, gap)
      .catch((error: unknown) => toast({ words: failureSentence(error), tone: 'trouble' }))
      .finally(() => setBusy(false));
  };
  const words = t('timeline.gap', { from: clock(new Date(gap.from), i18n.locale), to: clock(new Date(gap.to), i18n.locale) });
  return (
    <article
      className={styles.gap}
      tabIndex={tabIndex}
      aria-label={words}
      onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && load()}
    >
      <Button busy={busy} onClick={load}>
        {words}
      </Button>
    </article>
  );
}
