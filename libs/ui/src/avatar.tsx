import { useState } from 'react';
import { cx } from './cx.js';
import styles from './avatar.module.css';

export interface AvatarProps {
  /** Left out, or failing to load, the initials of `name` are drawn on --sunken. */
  src?: string | null | undefined;
  name: string;
  /** Soft square instead of circle. */
  official?: boolean;
  /** Pixels; the density setting decides when left out. */
  size?: number;
  className?: string;
}

/** Decorative by design: the name stands beside it, so it is hidden from assistive technology. */
export function Avatar({ src, name, official, size, className }: AvatarProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const style =
    size === undefined ? undefined : { width: `${size / 16}rem`, height: `${size / 16}rem`, fontSize: `${size / 42}rem` };
  return (
    <span className={cx(styles.avatar, official && styles.official, className)} style={style} aria-hidden="true">
      {src && src !== failed ? (
        <img
          src={src}
          alt=""
          width={size ?? 40}
          height={size ?? 40}
          loading="lazy"
          decoding="async"
          onError={() => setFailed(src)}
        />
      ) : (
        <span className={styles.initials} data-initials={initials(name)} />
      )}
    </span>
  );
}

/** A few people in a row, overlapping; the ring takes the colour of what lies behind. */
export function AvatarRow({ people, size }: { people: AvatarProps[]; size: number }) {
  return (
    <span className={styles.row}>
      {people.map((person, index) => (
        <Avatar key={index} {...person} size={size} />
      ))}
    </span>
  );
}

/** First letters of the first and last word, whole graphemes so that no accent or emoji is cut. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0];
  if (!first) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return (firstGrapheme(first) + (last ? firstGrapheme(last) : '')).toLocaleUpperCase();
}

function firstGrapheme(word: string): string {
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)) return segment;
  return '';
}
