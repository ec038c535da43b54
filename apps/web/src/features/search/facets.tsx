import type { SearchFacets } from '@roost/contracts';
import { Button, Checkbox, Icon } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { count } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { nameOf } from '../people/account-name.js';
import { DayFacet } from './day-facet.js';
import { holds, toggled, toggledChoice } from './edit-query.js';
import { facetsQuery } from './search-query.js';
import styles from './facets.module.css';

interface FacetsProps {
  query: string;
  onSearch: (query: string) => void;
}

interface Choice {
  operator: string;
  words: ReactNode;
  posts: number;
  /** Others of its kind exclude it: a second one is joined to it by OR. */
  exclusive?: boolean;
}

const shownAtFirst = 4;

/** What the found posts have in common; each line adds its operator to the search or takes it away. */
export function Facets({ query, onSearch }: FacetsProps) {
  const t = useText();
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { data, isError } = useQuery({ ...facetsQuery(query), placeholderData: (before: SearchFacets | undefined) => before });
  if (isError) return <p className={styles.broken}>{t('search.facets.failed')}</p>;
  if (!data) return <div className={styles.place} />;
  const languages = new Intl.DisplayNames(i18n.locale, { type: 'language', fallback: 'code' });
  const groups: { title: string; choices: Choice[] }[] = [
    {
      title: t('search.facet.people'),
      choices: data.people.map(({ account, posts }) => ({
        operator: `from:${account.acct}`,
        words: <bdi>{nameOf(account)}</bdi>,
        posts,
        exclusive: true,
      })),
    },
    {
      title: t('search.facet.tags'),
      choices: data.tags.map(({ name, written, posts }) => ({ operator: `tag:${name}`, words: <bdi>#{written}</bdi>, posts })),
    },
    {
      title: t('search.facet.kind'),
      choices: [
        { operator: '-is:reply', words: t('search.facet.posts'), posts: data.total - data.is.reply },
        { operator: 'is:reply', words: t('search.facet.replies'), posts: data.is.reply },
        { operator: 'has:image', words: t('search.facet.image'), posts: data.has.image },
        { operator: 'has:alt', words: t('search.facet.alt'), posts: data.has.alt },
        { operator: 'has:link', words: t('search.facet.link'), posts: data.has.link },
        { operator: 'is:official', words: t('search.facet.official'), posts: data.is.official },
        { operator: 'is:sensitive', words: t('search.facet.sensitive'), posts: data.is.sensitive },
      ],
    },
    {
      title: t('search.facet.language'),
      choices: data.languages.map(({ code, posts }) => ({
        operator: `lang:${code}`,
        words: capital(languages.of(code) ?? code, i18n.locale),
        posts,
        exclusive: true,
      })),
    },
  ];
  const chosen = groups.flatMap(({ choices }) => choices).filter(({ operator }) => holds(query, operator)).length;
  return (
    <div className={styles.place}>
      <Button className={styles.toggle} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="gear" small />
        {chosen > 0 ? t('search.narrowChosen', { count: chosen }) : t('search.narrow')}
      </Button>
      <section id={id} className={`sheet ${styles.facets} ${open ? '' : styles.folded}`} aria-label={t('search.narrow')}>
        <DayFacet days={data.days} query={query} onSearch={onSearch} />
        {groups.map((group) => (
          <Group key={group.title} {...group} query={query} onSearch={onSearch} />
        ))}
        {data.more && <p className={styles.note}>{t('search.facets.newest', { count: count(data.total, i18n.locale) })}</p>}
      </section>
    </div>
  );
}

function Group({ title, choices, query, onSearch }: { title: string; choices: Choice[] } & FacetsProps) {
  const t = useText();
  const { i18n } = useLingui();
  const [all, setAll] = useState(false);
  const live = choices.filter(({ operator, posts }) => posts > 0 || holds(query, operator));
  if (live.length === 0) return null;
  const most = Math.max(...live.map(({ posts }) => posts), 1);
  const shown = all ? live : live.filter(({ operator }, index) => index < shownAtFirst || holds(query, operator));
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {shown.map(({ operator, words, posts, exclusive }) => (
        <div key={operator} className={styles.line}>
          <Checkbox
            label={
              <span className={styles.words}>
                <span className={styles.name}>{words}</span>
                <span className={styles.track} aria-hidden="true">
                  <i style={{ inlineSize: `${(posts / most) * 100}%` }} />
                </span>
                <span className={styles.number}>
                  <span aria-hidden="true">{count(posts, i18n.locale)}</span>
                  <span className="vh">{t('search.facet.count', { count: posts })}</span>
                </span>
              </span>
            }
            checked={holds(query, operator)}
            onChange={() => onSearch((exclusive ? toggledChoice : toggled)(query, operator))}
          />
        </div>
      ))}
      {shown.length < live.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('search.facet.more', { count: live.length - shown.length })}
        </button>
      )}
    </fieldset>
  );
}

/** Languages begin with a capital at the start of a line, also where they have none in a sentence. */
function capital(name: string, locale: string): string {
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
