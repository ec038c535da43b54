import type { Report, ReportCategory } from '@roost/contracts';
import { Button, Dialog, Note, RadioGroup, TextArea } from '@roost/ui';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.js';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import type { ReportRequest } from '../../app/shell/report-request.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { nameOf } from '../people/account-name.js';

const LONGEST = 1000;

/** Asks what is wrong, and tells the moderators. What was written stays when it could not be sent. */
export function ReportDialog({ request: { account, statusId }, onClose }: { request: ReportRequest; onClose: () => void }) {
  const t = useText();
  const [category, setCategory] = useState<ReportCategory>('violation');
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const status_ids = statusId === null ? [] : [statusId];
      await api.post<Report>('/api/v1/reports', { body: { account_id: account.id, status_ids, category, comment } });
      onClose();
      toast({ words: textNow('report.sent') });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <Dialog open title={t('report.title', { name: nameOf(account) })} onClose={onClose} closeLabel={t('common.close')}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <p className="soft">{t(statusId === null ? 'report.words' : 'report.postWords')}</p>
        {error !== null && (
          <Note tone="brick" icon="alert" role="alert">
            {failureSentence(error, t)}
          </Note>
        )}
        <RadioGroup
          label={t('report.what')}
          name="category"
          value={category}
          onChange={setCategory}
          options={(['violation', 'spam', 'legal', 'other'] as const).map((value) => ({
            value,
            label: t(`report.what.${value}`),
          }))}
        />
        <TextArea
          label={t('report.comment')}
          value={comment}
          maxLength={LONGEST}
          onChange={(event) => setComment(event.target.value)}
        />
        <div className="row wrap" style={{ justifyContent: 'flex-end' }}>
          <Button look="quiet" onClick={onClose}>
            {t('people.cancel')}
          </Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('report.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
