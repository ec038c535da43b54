import type { MediaAttachment } from '@roost/contracts';
import { cx } from '@roost/ui';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import styles from './post-media.module.css';

/** A film or a sound, or up to four pictures, each a link to its full size; each with its description one press away. */
export function PostMedia({ media }: { media: MediaAttachment[] }) {
  if (media.length === 0) return null;
  return (
    <div className={cx(styles.grid, media.length > 1 && styles.many, media.length === 3 && styles.three)}>
      {media.map((item) => (
        <Figure key={item.id} item={item}>
          {item.type === 'video' ? (
            <Film item={item} />
          ) : item.type === 'audio' ? (
            <Sound item={item} />
          ) : (
            <Picture item={item} single={media.length === 1} />
          )}
        </Figure>
      ))}
    </div>
  );
}

function Figure({ item, children }: { item: MediaAttachment; children: ReactNode }) {
  const t = useText();
  const [described, setDescribed] = useState(false);
  const id = useId();
  return (
    <figure className={cx(styles.figure, item.type === 'audio' && styles.heard)}>
      {children}
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

function Picture({ item, single }: { item: MediaAttachment; single: boolean }) {
  const t = useText();
  const { width, height } = sizeOf(item);
  const focus = item.meta.focus;
  return (
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
  );
}

/** Nothing is loaded before somebody presses play; without a poster the first moment is fetched to stand for it. */
function Film({ item }: { item: MediaAttachment }) {
  const t = useText();
  const { width, height } = sizeOf(item);
  return (
    <video
      src={item.url ?? undefined}
      poster={item.preview_url ?? undefined}
      preload={item.preview_url ? 'none' : 'metadata'}
      controls
      playsInline
      width={width}
      height={height}
      aria-label={item.description ?? t('post.filmUndescribed')}
      className={styles.film}
      style={{ aspectRatio: `${Math.max(width / height, 0.8)}` }}
    />
  );
}

function Sound({ item }: { item: MediaAttachment }) {
  const t = useText();
  return (
    <>
      {item.preview_url && <img src={item.preview_url} alt="" loading="lazy" decoding="async" className={styles.cover} />}
      <audio
        src={item.url ?? undefined}
        preload="none"
        controls
        aria-label={item.description ?? t('post.soundUndescribed')}
        className={styles.sound}
      />
    </>
  );
}

/** The size that keeps the place until the file is there. */
function sizeOf({ meta }: MediaAttachment): { width: number; height: number } {
  const { small, original } = meta;
  if (small) return small;
  return original && 'width' in original ? original : { width: 470, height: 265 };
}
