import { Button, Icon } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useText } from '../../i18n/use-text.js';
import styles from './post.module.css';

interface FilterLineProps {
  id?: string;
  titles: readonly string[];
  open: boolean;
  onToggle: () => void;
}

/** Names the filters that fold a post, and opens and closes it. */
export function FilterLine({ id, titles, open, onToggle }: FilterLineProps) {
  const t = useText();
  const { i18n } = useLingui();
  const filters = new Intl.ListFormat(i18n.locale, { type: 'unit' }).format(titles);
  return (
    <div className={styles.filtered}>
      <Icon name="eyeoff" small />
      <span id={id} className="grow" dir="auto">
        {t('post.filtered', { filters })}
      </span>
      <Button size="small" aria-expanded={open} onClick={onToggle}>
        {t(open ? 'post.hide' : 'post.show')}
      </Button>
    </div>
  );
}
