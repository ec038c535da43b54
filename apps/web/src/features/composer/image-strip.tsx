import { IconButton } from '@roost/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { isFilm } from './images.js';
import type { OutboxImage } from './outbox.js';
import styles from './image-strip.module.css';

interface ImageStripProps {
  images: OutboxImage[];
  /** The one soft reminder: the first field without a description takes the focus. */
  asked: boolean;
  onChange: (images: OutboxImage[]) => void;
}

/** Pictures of a post being written, each with its description right beside it. */
export function ImageStrip({ images, asked, onChange }: ImageStripProps) {
  const t = useText();
  const reminder = useId();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (asked) list.current?.querySelector<HTMLTextAreaElement>('textarea:placeholder-shown')?.focus();
  }, [asked]);
  if (images.length === 0) return null;
  return (
    <>
      <ul className={styles.strip} ref={list}>
        {images.map((image, index) => (
          <li key={image.id} className={styles.item}>
            <span className={styles.thumb}>
              <Thumb image={image} />
              <span className={styles.remove}>
                <IconButton
                  icon="x"
                  small
                  label={t('composer.images.remove', { number: index + 1 })}
                  onClick={() => onChange(images.filter((other) => other.id !== image.id))}
                />
              </span>
            </span>
            <label className={styles.describe}>
              <span className={styles.label}>{t('composer.alt.label', { number: index + 1 })}</span>
              <textarea
                data-alt-field
                rows={2}
                maxLength={1500}
                className={styles.field}
                placeholder={t('composer.alt.placeholder')}
                aria-describedby={asked ? reminder : undefined}
                value={image.description}
                onChange={(event) =>
                  onChange(images.map((other) => (other.id === image.id ? { ...other, description: event.target.value } : other)))
                }
              />
            </label>
          </li>
        ))}
      </ul>
      {asked && (
        <p className={styles.asked} id={reminder}>
          {t('composer.alt.ask')}
        </p>
      )}
    </>
  );
}

function Thumb({ image: { blob, poster } }: { image: OutboxImage }) {
  const t = useText();
  const [address, setAddress] = useState<string>();
  const picture = poster ?? (isFilm(blob) ? null : blob);
  useEffect(() => {
    if (!picture) return undefined;
    const url = URL.createObjectURL(picture);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  if (!picture)
    return <span className={styles.label}>{t(blob.type.startsWith('audio/') ? 'composer.sound' : 'composer.film')}</span>;
  return address ? <img src={address} alt="" className={styles.image} /> : null;
}
