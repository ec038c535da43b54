import type { TagSuggestion } from '@roost/contracts';
import { Kbd } from '@roost/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLingui } from '@lingui/react';
import { api } from '../../api/client.js';
import { changePreferences } from '../../app/session.js';
import { openKeyHelp } from '../../app/shell/key-help-store.js';
import { SearchBox } from '../../app/shell/search-box.js';
import { localeNames, locales } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import styles from './home-aside.module.css';

/** Beside the timeline: search, what is talked about today, and small links. */
export function HomeAside() {
  const t = useText();
  const { i18n } = useLingui();
  const { data: tags = [] } = useQuery({
    queryKey: ['tags-today'],
    queryFn: () => api.get<TagSuggestion[]>('/api/roost/v1/tags/suggestions', { query: { q: '' } }),
    staleTime: 5 * 60_000,
  });
  const busy = tags.filter((tag) => tag.uses_today > 0).slice(0, 5);
  return (
    <>
      <SearchBox />
      {busy.length > 0 && (
        <section className="sheet pad-s">
          <div className="panel-h">
            <h2>{t('aside.tagsToday')}</h2>
          </div>
          <ul className={styles.tags}>
            {busy.map((tag) => (
              <li key={tag.name}>
                <Link to="/tag/$tag" params={{ tag: tag.name }} className={styles.tag}>
                  <b className="trunc">
                    <span className="muted" aria-hidden="true">
                      #
                    </span>
                    {tag.name}
                  </b>
                  <small>{t('aside.tagUses', { count: tag.uses_today })}</small>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.foot}>
        <button type="button" onClick={openKeyHelp}>
          {t('aside.keyboard')} <Kbd>?</Kbd>
        </button>
        {locales
          .filter((locale) => locale !== i18n.locale)
          .map((locale) => (
            <button type="button" key={locale} lang={locale} onClick={() => void changePreferences({ language: locale })}>
              {localeNames[locale]}
            </button>
          ))}
      </div>
    </>
  );
}
