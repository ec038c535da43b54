import { Button } from '@roost/ui';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useUnfolded } from './unfolded.js';
import styles from './media-veil.module.css';

interface MediaVeilProps {
  statusId: string;
  /** Titles of the filters that blur what is inside; none leaves it as it is. */
  titles: readonly string[];
  children: ReactNode;
}

/** Pictures that a filter blurs, until the reader asks to see them. Blurred ones are no stop for the keyboard and not read out. */
export function MediaVeil({ statusId, titles, children }: MediaVeilProps) {
  const t = useText();
  const { i18n } = useLingui();
  const [open, toggle] = useUnfolded(`media-${statusId}`);
  if (titles.length === 0) return children;
  if (open)
    return (
      <>
        {children}
        <Button size="small" icon="eyeoff" className={styles.again} onClick={toggle}>
          {t('post.filtered.hideMedia')}
        </Button>
      </>
    );
  return (
    <div className={styles.veiled}>
      <div className={styles.blurred} inert>
        {children}
      </div>
      <div className={styles.veil}>
        <span className={styles.words} dir="auto">
          {t('post.filtered', { filters: new Intl.ListFormat(i18n.locale, { type: 'unit' }).format(titles) })}
        </span>
        <Button size="small" icon="eye" onClick={toggle}>
          {t('post.filtered.showMedia')}
        </Button>
      </div>
    </div>
  );
}
