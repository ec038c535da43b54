import type { MediaAttachment } from '@roost/contracts';
import { cx } from '@roost/ui';
import { useId, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import styles from './post-media.module.css';

/** Up to four pictures, each a link to its full size, each with its description one press away. */
export function PostMedia({ media }: { media: MediaAttachment[] }) {
  if (media.length === 0) return null;
  return (
    <div className={cx(styles.grid, media.length > 1 && styles.many, media.length === 3 && styles.three)}>
      {media.map((item) => (
        <Picture key={item.id} item={item} single={media.length === 1} />
      ))}
    </div>
  );
}

function Picture({ item, single }: { item: MediaAttachment; single: boolean }) {
  const t = useText();
  const [described, setDescribed] = useState(false);
  const id = useId();
  const size = item.meta.small ?? item.meta.original;
  const width = size?.width ?? 470;
  const height = size?.height ?? 265;
  const focus = item.meta.focus;
  return (
    <figure className={styles.figure}>
      <a href={item.url ?? undefined} target="_blank" rel="noopener" className={styles.link}>
        <img
          src={item.preview_url ?? item.url ?? undefined}
          alt={item.description ?? t('post.imageUndescribed')}
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
          className={styles.image}
          style={{
            aspectRatio: single ? `${Math.max(width / height, 0.8)}` : undefined,
            objectPosition: focus ? `${(focus.x + 1) * 50}% ${(1 - focus.y) * 50}%` : undefined,
          }}
        />
        <span className="vh">{t('post.imageOpens')}</span>
      </a>
      {item.description && (
        <button
          type="button"
          className={styles.alt}
          aria-expanded={described}
          aria-controls={id}
          aria-label={t('post.imageDescription')}
          onClick={() => setDescribed(!described)}
        >
          ALT
        </button>
      )}
      {described && (
        <figcaption id={id} className={styles.caption}>
          {item.description}
        </figcaption>
      )}
    </figure>
  );
}
