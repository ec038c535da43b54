import { Button } from '@roost/ui';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useUnfolded } from '../statuses/unfolded.js';
import styles from './media-veil.module.css';

export interface MediaVeilProps {
  statusId: string;
  /** Titles of the filters that blur what is inside. */
  titles: readonly string[];
  children: ReactNode;
}

/** Pictures that a filter blurs, until the reader asks to see them. Blurred ones are no stop for the keyboard and not read out. */
export function MediaVeil({ statusId, titles, children }: MediaVeilProps) {
  const t = useText();
  const { i18n } = useLingui();
  const [open, toggle] = useUnfolded(`media-${statusId}`);
  // The button stays the same one in both states, so that the focus stays on it.
  return (
    <div className={open ? undefined : styles.veiled}>
      <div className={open ? undefined : styles.blurred} inert={!open}>
        {children}
      </div>
      <div className={open ? styles.again : styles.veil}>
        <span className={open ? 'vh' : styles.words} dir="auto">
          {t('post.filtered', { filters: new Intl.ListFormat(i18n.locale, { type: 'unit' }).format(titles) })}
        </span>
        <Button size="small" icon={open ? 'eyeoff' : 'eye'} onClick={toggle}>
          {t(open ? 'post.filtered.hideMedia' : 'post.filtered.showMedia')}
        </Button>
      </div>
    </div>
  );
}
