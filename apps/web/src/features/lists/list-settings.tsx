import type { List } from '@roost/contracts';
import { Button, ConfirmDialog, Note } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { useForm } from '../sign-in/use-form.js';
import { isElsewhere, ListFields, listOf } from './list-fields.js';
import { changeList, deleteList } from './lists-query.js';
import styles from './lists.module.css';

/** What a list is called, which answers it shows, whether home goes without its members, and its end. */
export function ListSettings({ list }: { list: List }) {
  const t = useText();
  const heading = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { busy, error, onSubmit, form } = useForm(async (values) => {
    await changeList(client, list.id, listOf(values));
    toast({ words: textNow('lists.saved') });
  });
  const remove = async () => {
    setAsking(false);
    try {
      await navigate({ to: '/lists', replace: true });
      await deleteList(client, list.id);
      toast({ words: textNow('lists.deleted', { title: list.title }) });
    } catch (problem) {
      toast({ tone: 'trouble', words: textNow('lists.notSaved', { reason: failureSentence(problem) }) });
    }
  };
  return (
    <section className={`sheet flat ${styles.sheet}`} aria-labelledby={heading}>
      <h2 id={heading}>{t('lists.settings')}</h2>
      <form ref={form} onSubmit={onSubmit} className={`stack ${styles.form}`} aria-labelledby={heading}>
        {isElsewhere(error) && (
          <Note tone="brick" icon="alert" role="alert">
            {failureSentence(error, t)}
          </Note>
        )}
        <ListFields list={list} error={error} />
        <div className="row wrap">
          <Button look="primary" type="submit" busy={busy}>
            {t('lists.save')}
          </Button>
          <Button onClick={() => setAsking(true)}>{t('lists.delete')}</Button>
        </div>
      </form>
      <ConfirmDialog
        open={asking}
        title={t('lists.delete.title', { title: list.title })}
        confirmLabel={t('lists.delete')}
        cancelLabel={t('people.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => void remove()}
      >
        <p>{t('lists.delete.words')}</p>
      </ConfirmDialog>
    </section>
  );
}
