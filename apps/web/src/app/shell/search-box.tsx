import { Icon, Kbd } from '@roost/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useText } from '../../i18n/use-text.js';
import styles from './search-box.module.css';

/** The search field beside a page; `/` puts the focus here. */
export function SearchBox({ initial = '' }: { initial?: string }) {
  const t = useText();
  const navigate = useNavigate();
  const [query, setQuery] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (query.trim() !== '') void navigate({ to: '/search', search: { q: query.trim() } });
  };
  return (
    <form role="search" className={styles.box} onSubmit={submit}>
      <Icon name="search" />
      <input
        data-search-field
        type="search"
        className={styles.input}
        aria-label={t('aside.search')}
        placeholder={t('aside.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <span aria-hidden="true">
        <Kbd>/</Kbd>
      </span>
    </form>
  );
}
