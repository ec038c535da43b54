import { MAX_LENGTH } from '@roost/text';
import { Button, Ring } from '@roost/ui';
import { useText } from '../../i18n/use-text.js';
import { lengthLeft } from './length-left.js';
import styles from './parts.module.css';

interface PartsProps {
  parts: string[];
  lang: string | null;
  onChange: (parts: string[]) => void;
  onJoin: () => void;
  onSend: () => void;
}

/** A long text as the posts it will become; each can still be edited. */
export function Parts({ parts, lang, onChange, onJoin, onSend }: PartsProps) {
  const t = useText();
  const fits = parts.every((part) => part.trim() !== '' && lengthLeft(part, '') >= 0);
  return (
    <div>
      <p className="muted small">{t('composer.parts.title', { count: parts.length })}</p>
      <ol className={styles.parts}>
        {parts.map((part, index) => {
          const left = lengthLeft(part, '');
          return (
            <li key={index} className={styles.part}>
              <div className={styles.meta}>
                <span>{t('composer.parts.part', { number: index + 1, count: parts.length })}</span>
                <Ring left={left} limit={MAX_LENGTH} label={t('composer.left', { count: left })} />
              </div>
              <textarea
                className={styles.field}
                lang={lang ?? undefined}
                dir="auto"
                aria-label={t('composer.parts.part', { number: index + 1, count: parts.length })}
                value={part}
                onChange={(event) => onChange(parts.map((other, at) => (at === index ? event.target.value : other)))}
              />
            </li>
          );
        })}
      </ol>
      <div className={styles.foot}>
        <Button look="quiet" onClick={onJoin}>
          {t('composer.parts.join')}
        </Button>
        <Button look="primary" disabled={!fits} onClick={onSend}>
          {t('composer.parts.post')}
        </Button>
      </div>
    </div>
  );
}
