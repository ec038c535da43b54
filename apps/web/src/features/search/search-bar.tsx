import { Button, cx, Icon, IconButton } from '@roost/ui';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../../i18n/use-text.js';
import { apart, together, without, type QueryToken } from './query-tokens.js';
import styles from './search.module.css';

interface SearchBarProps {
  query: string;
  /** Where the server could not read it. */
  wrong?: { start: number; end: number } | undefined;
  helpOpen: boolean;
  onHelp: () => void;
  onSearch: (query: string) => void;
}

/** Operators stand as tokens that can be taken away; the field holds the words. Both are one text. */
export function SearchBar({ query, wrong, helpOpen, onHelp, onSearch }: SearchBarProps) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const known = apart(query, wrong);
  // What is typed stands until another search begins; a token that is finished with a space becomes one at once.
  const [typed, setTyped] = useState({ of: query, words: known.words, added: [] as QueryToken[] });
  const mine = typed.of === query ? typed : { of: query, words: known.words, added: [] };
  const words = wrong && mine.words.includes(query.slice(wrong.start, wrong.end)) ? known.words : mine.words;
  const tokens = [...known.tokens, ...mine.added];
  useEffect(() => {
    if (query === '') field.current?.focus({ preventScroll: true });
  }, [query]);

  const change = (text: string) => {
    const done = /\s$/u.test(text) ? apart(text) : { tokens: [], words: text };
    if (done.tokens.length === 0) setTyped({ ...mine, words: text });
    else setTyped({ of: query, words: done.words && `${done.words} `, added: [...mine.added, ...done.tokens] });
  };
  const remove = (token: QueryToken) => {
    const rest = mine.added.filter((other) => other !== token);
    if (rest.length < mine.added.length) setTyped({ ...mine, added: rest });
    else onSearch(without(query, token));
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = tokens.findLast((token) => !token.joins);
    if (event.key === 'Backspace' && last && event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0) {
      event.preventDefault();
      remove(last);
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <form
      role="search"
      className={styles.bar}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(together(tokens, words));
      }}
    >
      <Icon name="search" />
      {tokens.length > 0 && (
        <ul className={styles.tokens} aria-label={t('search.tokens')}>
          {tokens.map((token, index) =>
            token.joins ? (
              <li key={index} className={styles.joins}>
                OR
              </li>
            ) : (
              <li
                key={index}
                className={cx(styles.token, token.negated && styles.not, token.start === wrong?.start && styles.wrong)}
              >
                <span translate="no">{token.text}</span>
                {token.start === wrong?.start && <span className="vh">{t('search.wrongToken')}</span>}
                <button type="button" onClick={() => remove(token)}>
                  <Icon name="x" />
                  <span className="vh">{t('search.remove', { token: token.text })}</span>
                </button>
              </li>
            ),
          )}
        </ul>
      )}
      <input
        ref={field}
        data-search-field
        type="search"
        className={styles.field}
        aria-label={t('search.field')}
        aria-invalid={wrong ? true : undefined}
        placeholder={tokens.length === 0 ? t('search.field') : undefined}
        value={words}
        maxLength={400}
        enterKeyHint="search"
        autoCapitalize="none"
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
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
