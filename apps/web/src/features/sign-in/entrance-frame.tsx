import { Wordmark } from '@roost/ui';
import { useEffect, type ReactNode } from 'react';
import { changeLook, localeOf, lookStore } from '../../app/common/look.js';
import { useStore } from '../../app/common/store.js';
import { localeNames, locales } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { Birds } from './birds.js';
import styles from './entrance.module.css';

/** The frame of every page before signing in: the birds, the language switch, one column of form. */
export function EntranceFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const t = useText();
  const locale = localeOf(useStore(lookStore));
  useEffect(() => {
    document.title = `${title}, Roost`;
  }, [title]);
  return (
    <div className={styles.entrance}>
      <section className={styles.art} aria-label={t('entrance.about')}>
        <Wordmark height={2.4} />
        <Birds />
        <div>
          <h2>{t('entrance.motto')}</h2>
          <p>{t('entrance.promise')}</p>
        </div>
      </section>
      <main className={styles.form} id="main" tabIndex={-1}>
        <div className={styles.brand}>
          <Wordmark height={2.1} />
        </div>
        <div className={styles.languages} role="group" aria-label={t('common.language')}>
          {locales.map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              aria-pressed={each === locale}
              onClick={() => void changeLook({ language: each })}
            >
              {localeNames[each]}
            </button>
          ))}
        </div>
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </main>
    </div>
  );
}

export { styles as entranceStyles };
