import type { Status } from '@roost/contracts';
import { MAX_LENGTH } from '@roost/text';
import { Button, Icon, Note, Ring, TextArea } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { ApiError } from '../../api/api-error.js';
import { api } from '../../api/client.js';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { useText } from '../../i18n/use-text.js';
import { replaceCachedStatus } from '../statuses/status-cache.js';
import { LanguageMenu } from './composer-menus.js';
import { lengthLeft } from './length-left.js';
import { TextInput, type TextInputHandle } from './text-input.js';
import styles from './composer.module.css';

/** Changes a published post: text, content warning, language and descriptions of its pictures. Every version stays visible. */
export function EditComposer({ status, onClose }: { status: Status; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const note = useId();
  const input = useRef<TextInputHandle>(null);
  const [text, setText] = useState(status.roost.text);
  const [spoiler, setSpoiler] = useState(status.spoiler_text);
  const [language, setLanguage] = useState(status.language);
  const [media, setMedia] = useState(() =>
    status.media_attachments.map(({ id, description }) => ({ id, description: description ?? '' })),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const left = lengthLeft(text, spoiler);
  useEffect(() => input.current?.focus(), []);
  const ready = left >= 0 && (text.trim() !== '' || media.length > 0);

  const save = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await api.put<Status>(`/api/v1/statuses/${status.id}`, {
        body: {
          status: text.trim(),
          spoiler_text: spoiler,
          sensitive: spoiler !== '',
          language: language ?? undefined,
          media_ids: media.map(({ id }) => id),
          media_attributes: media,
        },
      });
      replaceCachedStatus(client, answer);
      void client.invalidateQueries({ queryKey: ['history', status.id] });
      toast({ words: t('composer.saved') });
      onClose();
    } catch (error) {
      setProblem(error instanceof ApiError && !error.passing ? error.message : failureSentence(error, t));
      setBusy(false);
    }
  };

  return (
    <section aria-label={t('composer.editTitle')}>
      {(spoiler !== '' || status.spoiler_text !== '') && (
        <input
          className={styles.warning}
          value={spoiler}
          aria-label={t('composer.warning')}
          placeholder={t('composer.warning')}
          onChange={(event) => setSpoiler(event.target.value)}
        />
      )}
      <TextInput
        ref={input}
        value={text}
        spoiler={spoiler}
        lang={language}
        label={t('composer.text')}
        describedBy={left < 0 ? note : undefined}
        onChange={setText}
        onSubmit={() => void save()}
        onEscape={onClose}
        onImages={() => toast({ words: t('composer.editNoImages'), tone: 'trouble' })}
      />
      {left < 0 && (
        <p className={styles.over} id={note}>
          <Icon name="alert" small />
          <span>{t('composer.overEdit', { count: -left })}</span>
        </p>
      )}
      {media.map(({ id, description }, index) => (
        <TextArea
          key={id}
          label={t('composer.alt.label', { number: index + 1 })}
          rows={2}
          value={description}
          onChange={(event) =>
            setMedia(media.map((other) => (other.id === id ? { id, description: event.target.value } : other)))
          }
        />
      ))}
      {problem && (
        <Note tone="brick" icon="alert" role="alert">
          {problem}
        </Note>
      )}
      <div className={styles.foot}>
        <LanguageMenu value={language} onChange={setLanguage} />
        <span className={styles.send}>
          <Ring left={left} limit={MAX_LENGTH} label={t('composer.left', { count: left })} />
          <Button look="primary" disabled={!ready} busy={busy} onClick={() => void save()}>
            {t('composer.saveChanges')}
          </Button>
        </span>
      </div>
    </section>
  );
}
