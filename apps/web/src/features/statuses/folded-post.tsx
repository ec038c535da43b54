import type { Status } from '@roost/contracts';
import { FilterLine } from './filter-line.js';
import styles from './post.module.css';

interface FoldedPostProps {
  status: Status;
  /** Place in its feed, from 1. */
  position?: number | undefined;
  tabIndex?: number | undefined;
  /** What the keyboard finds it by; its id by default. */
  focusName?: string | undefined;
  titles: readonly string[];
  onShow: () => void;
}

/** A post that a filter keeps from the reader until they ask for it; Enter on it asks. */
export function FoldedPost({ status, position, tabIndex = -1, focusName = status.id, titles, onShow }: FoldedPostProps) {
  return (
    <article
      className={styles.folded}
      tabIndex={tabIndex}
      data-focus={focusName}
      data-status={status.id}
      aria-posinset={position}
      aria-setsize={position ? -1 : undefined}
      aria-labelledby={`f-${focusName}`}
      onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && onShow()}
    >
      <FilterLine id={`f-${focusName}`} titles={titles} open={false} onToggle={onShow} />
    </article>
  );
}
