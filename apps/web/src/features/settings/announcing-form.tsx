import type { KeptAnnouncement } from '@roost/contracts';
import { MAX_CODE_POINTS } from '@roost/text';
import { Button, Checkbox, Note, TextArea, TextField } from '@roost/ui';
import { useEffect } from 'react';
import { api } from '../../api/client.js';
import { toast } from '../../app/common/toasts.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { useForm } from '../sign-in/use-form.js';
import { fromLocalField, toLocalField } from './local-moment.js';
import { problemAt, settingsProblem } from './settings-problem.js';
import styles from './settings.module.css';

/** Writes an announcement, or changes the one that is being edited. */
export function AnnouncingForm({
  editing,
  onDone,
  onCancel,
}: {
  editing: KeptAnnouncement | null;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useText();
  const { busy, error, onSubmit, form } = useForm(async (values, data) => {
    const body = {
      text: values['text'],
      starts_at: fromLocalField(values['starts_at']),
      ends_at: fromLocalField(values['ends_at']),
      all_day: data.get('all_day') !== null,
      ...(values['publish_at'] === undefined ? {} : { publish_at: fromLocalField(values['publish_at']) }),
    };
    if (editing) await api.patch(`/api/roost/v1/announcements/${editing.id}`, { body });
    else await api.post('/api/roost/v1/announcements', { body });
    toast({ words: textNow(editing ? 'settings.saved' : 'announcing.made') });
    onDone();
  });
  useEffect(() => {
    if (editing) form.current?.querySelector('textarea')?.focus();
  }, [editing, form]);
  const atField = problemAt(error, 'text', t) ?? problemAt(error, 'ends_at', t);
  return (
    <form onSubmit={onSubmit} ref={form} className="stack" aria-label={t(editing ? 'announcing.edit' : 'announcing.write')}>
      {error !== null && !atField && (
        <Note tone="brick" icon="alert" role="alert">
          {settingsProblem(error, t)}
        </Note>
      )}
      <TextArea
        label={t('announcing.text')}
        hint={t('announcing.textHint', { limit: MAX_CODE_POINTS })}
        name="text"
        required
        rows={4}
        defaultValue={editing?.text}
        error={problemAt(error, 'text', t)}
      />
      <div className={`stack ${styles.narrow}`}>
        {editing === null || editing.state === 'waiting' ? (
          <TextField
            type="datetime-local"
            label={t('announcing.publishAt')}
            hint={t('announcing.publishAtHint')}
            name="publish_at"
            defaultValue={toLocalField(editing?.publish_at ?? null)}
          />
        ) : null}
        <TextField
          type="datetime-local"
          label={t('announcing.startsAt')}
          hint={t('announcing.startsAtHint')}
          name="starts_at"
          defaultValue={toLocalField(editing?.starts_at ?? null)}
        />
        <TextField
          type="datetime-local"
          label={t('announcing.endsAt')}
          hint={t('announcing.endsAtHint')}
          name="ends_at"
          defaultValue={toLocalField(editing?.ends_at ?? null)}
          error={problemAt(error, 'ends_at', t)}
        />
        <Checkbox label={t('announcing.allDay')} name="all_day" defaultChecked={editing?.all_day} />
      </div>
      <div className={styles.actions}>
        <Button look="primary" type="submit" busy={busy}>
          {t(editing ? 'settings.save' : 'announcing.publish')}
        </Button>
        {editing && <Button onClick={onCancel}>{t('people.cancel')}</Button>}
      </div>
    </form>
  );
}
