import { Button, cx, Icon, IconButton } from '@roost/ui';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../../i18n/use-text.js';
import { queryTokens, without } from './query-tokens.js';
import styles from './search.module.css';

interface SearchBarProps {
  query: string;
  helpOpen: boolean;
  onHelp: () => void;
  onSearch: (query: string) => void;
}

/** Operators stand as tokens that can be taken away; the field holds the words. Both are one text. */
export function SearchBar({ query, helpOpen, onHelp, onSearch }: SearchBarProps) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const tokens = queryTokens(query);
  const operators = tokens.filter((token) => token.operator);
  const words = tokens.filter((token) => !token.operator).map((token) => token.text);
  const [typed, setTyped] = useState(words.join(' '));
  const fixed = operators.map((token) => token.text).join(' ');
  useEffect(() => {
    if (query === '') field.current?.focus({ preventScroll: true });
  }, [query]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = operators.at(-1);
    if (event.key === 'Backspace' && last && event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0) {
      event.preventDefault();
      onSearch(without(query, last));
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <form
      role="search"
      className={styles.bar}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(`${typed.trim()} ${fixed}`.trim());
      }}
    >
      <Icon name="search" />
      {operators.length > 0 && (
        <ul className={styles.tokens} aria-label={t('search.tokens')}>
          {operators.map((token) => (
            <li key={token.start} className={cx(styles.token, token.negated && styles.not)}>
              {token.text}
              <button
                type="button"
                onClick={() => {
                  onSearch(without(query, token));
                  field.current?.focus();
                }}
              >
                <Icon name="x" />
                <span className="vh">{t('search.remove', { token: token.text })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={field}
        data-search-field
        type="search"
        className={styles.field}
        aria-label={t('search.field')}
        placeholder={operators.length === 0 ? t('search.field') : undefined}
        value={typed}
        maxLength={500}
        enterKeyHint="search"
        autoCapitalize="none"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton
        icon="help"
        small
        label={t('search.help')}
        aria-expanded={helpOpen}
        aria-controls="search-operators"
        onClick={onHelp}
      />
      <Button look="primary" type="submit">
        {t('search.go')}
      </Button>
    </form>
  );
}
