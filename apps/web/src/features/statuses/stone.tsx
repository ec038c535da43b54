import { Icon, type IconName } from '@roost/ui';
import styles from './post.module.css';

/** One line in place of a post that is gone or hidden, so that threads still read. */
export function Stone({
  icon,
  words,
  focusName,
  tabIndex = -1,
  height,
}: {
  icon: IconName;
  words: string;
  focusName?: string;
  tabIndex?: number;
  /** At least as tall, in pixels: what the post took before. */
  height?: number | undefined;
}) {
  return (
    <article
      className={styles.stone}
      tabIndex={tabIndex}
      data-focus={focusName}
      aria-label={words}
      style={height === undefined ? undefined : { minBlockSize: `${height}px` }}
    >
      <Icon name={icon} />
      <span>{words}</span>
    </article>
  );
}
