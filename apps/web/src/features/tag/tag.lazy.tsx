import type { Tag } from '@roost/contracts';
import { Button, EmptyState } from '@roost/ui';
import { tagKey } from '@roost/text';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { NotFoundWords } from '../../app/not-found.js';
import { requestComposer } from '../../app/shell/compose-request.js';
import { Page } from '../../app/shell/page.js';
import { SearchBox } from '../../app/shell/search-box.js';
import { useText } from '../../i18n/use-text.js';
import { Timeline } from '../timelines/timeline.js';
import { tagQuery } from './follow-tag.js';
import { TagFollowButton } from './tag-follow-button.js';
import styles from './tag.module.css';

export const Route = createLazyRoute('/inside/tag/$tag')({ component: TagPage });

/** Everything posted with one tag, as it comes. */
function TagPage() {
  const { tag: written } = Route.useParams();
  const key = tagKey(written);
  const { data: tag } = useQuery({ ...tagQuery(key), enabled: key !== '' });
  const t = useText();
  const name = tag?.roost.written ?? written;
  if (key === '') {
    return (
      <Page title={`#${written}`} back>
        <div className="sheet flat">
          <NotFoundWords level={2} />
        </div>
      </Page>
    );
  }
  return (
    <Page title={`#${name}`} back aside={<SearchBox />}>
      <section className={`sheet flat ${styles.head}`} aria-label={`#${name}`}>
        {tag && <Week tag={tag} />}
        <div className={styles.actions}>
          <Button icon="edit" onClick={() => requestComposer({ text: ` #${name}` })}>
            {t('tag.write', { tag: name })}
          </Button>
          {tag && <TagFollowButton tag={tag} tagKey={key} />}
        </div>
      </section>
      <Timeline
        key={key}
        feed={`tag:${key}`}
        label={`#${name}`}
        empty={
          <EmptyState birds="waiting" title={t('tag.empty', { tag: name })}>
            <p>{t('tag.empty.words')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}

/** How much it was used this week: in words, and as seven small bars beside them. */
function Week({ tag }: { tag: Tag }) {
  const t = useText();
  const days = tag.history.slice(0, 7).reverse();
  const uses = days.map((day) => Number(day.uses));
  const total = uses.reduce((sum, value) => sum + value, 0);
  const most = Math.max(1, ...uses);
  if (total === 0) return <p className="soft grow">{t('tag.quiet')}</p>;
  return (
    <div className={styles.week}>
      <svg viewBox="0 0 70 28" className={styles.plot} aria-hidden="true" focusable="false">
        {uses.map((value, index) => {
          const height = Math.max(1, (value / most) * 26);
          return <rect key={index} x={index * 10 + 1} y={28 - height} width="7" height={height} rx="1.5" />;
        })}
      </svg>
      <p className="soft">{t('tag.week', { uses: total })}</p>
    </div>
  );
}
