import { Icon, type IconName } from '@roost/ui';
import styles from './post.module.css';

/** One line in place of a post that is gone or hidden, so that threads still read. */
export function Stone({
  icon,
  words,
  focusName,
  tabIndex = -1,
}: {
  icon: IconName;
  words: string;
  focusName?: string;
  tabIndex?: number;
}) {
  return (
    <article className={styles.stone} tabIndex={tabIndex} data-focus={focusName} aria-label={words}>
      <Icon name={icon} />
      <span>{words}</span>
    </article>
  );
}
