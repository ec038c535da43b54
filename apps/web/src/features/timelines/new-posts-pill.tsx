import type { Status } from '@roost/contracts';
import { AvatarRow, Kbd } from '@roost/ui';
import { useEffect, useRef } from 'react';
import { announce } from '../../app/common/announce.js';
import { useText } from '../../i18n/use-text.js';
import styles from './new-posts-pill.module.css';

/** Speaks at most once in this time. */
const quiet = 15_000;

interface PillProps {
  statuses: readonly Status[];
  /** More were missed than are counted. */
  more: boolean;
  onShow: () => void;
}

/** Counts what waits; nothing enters the list before somebody asks for it. */
export function NewPostsPill({ statuses, more, onShow }: PillProps) {
  const t = useText();
  const spoken = useRef(0);
  const count = statuses.length;
  const shown = more || count > 99 ? '99+' : String(count);
  const words = t('timeline.newPosts', { count: Math.min(count, 100), shown });
  useEffect(() => {
    if (count === 0) return undefined;
    const wait = Math.max(0, spoken.current + quiet - Date.now());
    const timer = setTimeout(() => {
      spoken.current = Date.now();
      announce(words);
    }, wait);
    return () => clearTimeout(timer);
  }, [count, words]);
  const people = [...new Map(statuses.map((status) => [status.account.id, status.account])).values()].slice(0, 3);
  // Its place is always kept: appearing must not push the list down.
  return (
    <div className={styles.place}>
      {count > 0 && (
        <button type="button" className={styles.pill} onClick={onShow}>
          <AvatarRow
            size={26}
            people={people.map((person) => ({
              name: person.display_name || person.username,
              src: person.roost.has_avatar ? person.avatar_static : null,
              official: person.roost.official,
            }))}
          />
          <span>{words}</span>
          <span className={styles.key} aria-hidden="true">
            <Kbd>.</Kbd>
          </span>
        </button>
      )}
    </div>
  );
}
