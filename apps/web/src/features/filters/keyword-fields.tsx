import { Button, Checkbox, IconButton, TextField } from '@roost/ui';
import { useRef } from 'react';
import { useText } from '../../i18n/use-text.js';
import type { KeywordDraft } from './filters-query.js';
import styles from './filters.module.css';

interface KeywordFieldsProps {
  keywords: readonly KeywordDraft[];
  onChange: (keywords: KeywordDraft[]) => void;
}

/** The words of a filter, each for itself: Enter in one goes on to the next. */
export function KeywordFields({ keywords, onChange }: KeywordFieldsProps) {
  const t = useText();
  const list = useRef<HTMLFieldSetElement>(null);
  const change = (at: number, part: Partial<KeywordDraft>) =>
    onChange(keywords.map((keyword, index) => (index === at ? { ...keyword, ...part } : keyword)));
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')[at]?.focus());
  const add = () => {
    onChange([...keywords, { keyword: '', whole_word: true }]);
    focus(keywords.length);
  };
  const remove = (at: number) => {
    onChange(keywords.filter((_, index) => index !== at));
    focus(Math.max(0, at - 1));
  };
  return (
    <fieldset ref={list} className={styles.keywords}>
      <legend className={styles.legend}>{t('filters.keywords')}</legend>
      {keywords.map(({ keyword, whole_word }, index) => (
        <div key={index} className={styles.keyword}>
          <TextField
            label={t('filters.keyword', { number: index + 1 })}
            labelHidden
            value={keyword}
            maxLength={512}
            autoComplete="off"
            dir="auto"
            onChange={(event) => change(index, { keyword: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || keyword.trim() === '') return;
              event.preventDefault();
              if (index === keywords.length - 1) add();
              else focus(index + 1);
            }}
          />
          <IconButton
            icon="x"
            label={t('filters.keyword.remove', { number: index + 1 })}
            disabled={keywords.length === 1 && keyword === ''}
            onClick={() => remove(index)}
          />
          <Checkbox
            label={t('filters.wholeWord')}
            checked={whole_word}
            onChange={(event) => change(index, { whole_word: event.target.checked })}
          />
        </div>
      ))}
      <Button size="small" icon="plus" onClick={add}>
        {t('filters.keyword.add')}
      </Button>
    </fieldset>
  );
}
