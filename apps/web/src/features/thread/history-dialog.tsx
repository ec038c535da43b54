import type { Status } from '@roost/contracts';
import { Dialog, Note, Skeleton } from '@roost/ui';
import { useQuery } from '@tanstack/react-query';
import { useLingui } from '@lingui/react';
import { FailureWords } from '../../app/common/failure.js';
import { fullDate } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { PostMedia } from '../statuses/post-media.js';
import { PostText } from '../statuses/post-text.js';
import { historyQuery } from './thread-query.js';
import styles from './thread.module.css';

/** Every version of an edited post, the newest first. */
export function HistoryDialog({ status, onClose }: { status: Status; onClose: () => void }) {
  const t = useText();
  const { i18n } = useLingui();
  const query = useQuery(historyQuery(status.id));
  return (
    <Dialog open medium title={t('thread.historyTitle')} closeLabel={t('common.close')} onClose={onClose}>
      {query.isPending && <Skeleton label={t('timeline.loading')} rows={2} />}
      {query.isError && (
        <Note tone="brick" icon="alert">
          <FailureWords error={query.error} />
        </Note>
      )}
      <ol className={styles.versions}>
        {query.data?.toReversed().map((version, index, all) => (
          <li key={version.created_at}>
            <p className="small muted">
              {index === 0
                ? t('thread.version.now')
                : index === all.length - 1
                  ? t('thread.version.first')
                  : t('thread.version.earlier')}
              , {fullDate(new Date(version.created_at), i18n.locale)}
            </p>
            {version.spoiler_text && <p className="soft">{version.spoiler_text}</p>}
            <PostText text={version.roost.text} entities={version.roost.entities} lang={status.language} />
            <PostMedia media={version.media_attachments} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
