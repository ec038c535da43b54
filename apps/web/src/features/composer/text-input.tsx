import { Avatar, cx, Icon } from '@roost/ui';
import { useLingui } from '@lingui/react';
import {
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { announce } from '../../app/common/announce.js';
import { count } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { complete, tokenAt, type CompletionToken } from './completion.js';
import { useSuggestions, type Suggestion } from './completions.js';
import { imageFiles } from './images.js';
import { mirrorPieces } from './mirror-pieces.js';
import styles from './text-input.module.css';

export interface TextInputHandle {
  focus: () => void;
  /** Types at the caret; a lone sign opens its completion. */
  type: (text: string) => void;
}

interface TextInputProps {
  ref?: Ref<TextInputHandle>;
  value: string;
  spoiler: string;
  label: string;
  placeholder?: string;
  lang: string | null;
  describedBy?: string;
  onChange: (text: string) => void;
  onSubmit: () => void;
  onEscape?: () => void;
  onImages: (files: File[]) => void;
}

/** A real text field with a layer behind it that colours mentions and tags and marks what is too long; and a combobox over it. */
export function TextInput({
  ref,
  value,
  spoiler,
  label,
  placeholder,
  lang,
  describedBy,
  onChange,
  onSubmit,
  onEscape,
  onImages,
}: TextInputProps) {
  const t = useText();
  const { i18n } = useLingui();
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [token, setToken] = useState<CompletionToken | null>(null);
  const [chosen, setChosen] = useState(0);
  const suggestions = useSuggestions(token, i18n.locale);
  const open = token !== null && suggestions.length > 0;
  const at = Math.min(chosen, suggestions.length - 1);
  const caretNext = useRef<number | null>(null);
  const pieces = useMemo(() => mirrorPieces(value, spoiler), [value, spoiler]);

  useEffect(() => {
    if (caretNext.current === null) return;
    field.current?.setSelectionRange(caretNext.current, caretNext.current);
    caretNext.current = null;
  }, [value]);
  const sayCount = useEffectEvent(() => announce(t('composer.suggestions', { count: suggestions.length })));
  useEffect(() => {
    if (open) sayCount();
  }, [open]);

  const look = () => {
    const element = field.current;
    if (!element || element.selectionStart !== element.selectionEnd) return setToken(null);
    const found = tokenAt(element.value, element.selectionStart);
    setToken((before) => {
      if (found?.start !== before?.start || found?.sign !== before?.sign) setChosen(0);
      return found;
    });
  };
  useImperativeHandle(ref, () => ({
    focus: () => {
      field.current?.focus();
      field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
    },
    type: (text) => {
      const element = field.current;
      if (!element) return;
      const { selectionStart: start, selectionEnd: end, value: before } = element;
      const gap = start > 0 && !/\s$/u.test(before.slice(0, start)) ? ' ' : '';
      const next = before.slice(0, start) + gap + text + before.slice(end);
      const caret = start + gap.length + text.length;
      caretNext.current = caret;
      element.focus();
      onChange(next);
      if (text === ':' || text === '@' || text === '#') setToken({ sign: text, query: '', start: caret - 1, end: caret });
      setChosen(0);
    },
  }));

  const take = (suggestion: Suggestion) => {
    if (!token) return;
    const next = complete(value, token, suggestion.insert);
    caretNext.current = next.caret;
    onChange(next.text);
    setToken(null);
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onSubmit();
    }
    if (open) {
      const suggestion = suggestions[at];
      if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && suggestion) {
        event.preventDefault();
        return take(suggestion);
      }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        return setChosen((at + (event.key === 'ArrowDown' ? 1 : -1) + suggestions.length) % suggestions.length);
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        return setToken(null);
      }
    }
    if (event.key === 'Escape' && onEscape) {
      event.preventDefault();
      onEscape();
    }
  };

  const onPaste = (event: ClipboardEvent) => {
    const files = imageFiles(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    onImages(files);
  };

  return (
    <div className={styles.wrap}>
      <div className={styles.stack}>
        <div className={styles.mirror} aria-hidden="true" dir="auto">
          {pieces.map((piece, index) => (
            <span key={index} className={cx(piece.entity && styles.entity, piece.over && styles.over)}>
              {piece.text}
            </span>
          ))}
          {/* A last empty line is as tall as the others. */}
          {'\u200b'}
        </div>
        <textarea
          ref={field}
          className={styles.field}
          value={value}
          rows={1}
          dir="auto"
          lang={lang ?? undefined}
          aria-label={label}
          placeholder={placeholder}
          aria-describedby={describedBy}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={list}
          aria-activedescendant={open ? `${list}-${at}` : undefined}
          onChange={(event) => {
            onChange(event.target.value);
            look();
          }}
          onSelect={look}
          onBlur={() => setToken(null)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
      </div>
      <ul id={list} role="listbox" aria-label={t('composer.suggestionList')} className={styles.list} hidden={!open}>
        {open &&
          suggestions.map((suggestion, index) => (
            <li
              key={suggestion.key}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              className={cx(styles.option, index === at && styles.chosen)}
              onPointerDown={(event) => {
                event.preventDefault();
                take(suggestion);
              }}
            >
              <SuggestionLine suggestion={suggestion} />
            </li>
          ))}
      </ul>
    </div>
  );
}

function SuggestionLine({ suggestion }: { suggestion: Suggestion }) {
  const t = useText();
  const { i18n } = useLingui();
  if (suggestion.kind === 'emoji') {
    return (
      <>
        <span className={styles.emoji}>{suggestion.insert}</span>
        <span>{suggestion.label}</span>
      </>
    );
  }
  if (suggestion.kind === 'tag') {
    return (
      <>
        <Icon name={suggestion.uses === null ? 'plus' : 'hash'} />
        <span className="trunc">
          {suggestion.uses === null ? t('composer.newTag', { tag: suggestion.insert }) : <b>{suggestion.insert.slice(1)}</b>}{' '}
          {suggestion.uses !== null && (
            <span className="muted small">
              {t('composer.tagUses', { count: suggestion.uses, shown: count(suggestion.uses, i18n.locale) })}
            </span>
          )}
        </span>
      </>
    );
  }
  const { account } = suggestion;
  const name = account.display_name || account.username;
  return (
    <>
      <Avatar
        src={account.roost.has_avatar ? account.avatar_static : null}
        name={name}
        official={account.roost.official}
        size={30}
      />
      <span className="trunc">
        <b>{name}</b> <span className="muted small">@{account.acct}</span>
        {account.roost.official && <span className="muted small"> {t('post.officialWord')}</span>}
      </span>
    </>
  );
}
