import type { Approval } from '@roost/contracts';
import { Button, ConfirmDialog } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { failureSentence, FailureWords } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { shortDate } from '../../i18n/format.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { Section } from './section.js';
import styles from './settings.module.css';

const key = ['approvals'];
const nameOf = (approval: Approval) => approval.display_name || approval.handle;

/** Who asked to come in, and the answer. */
export function ApprovalsPart() {
  const t = useText();
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [refusing, setRefusing] = useState<Approval | null>(null);
  const { data, error } = useQuery({ queryKey: key, queryFn: () => api.get<Approval[]>('/api/roost/v1/approvals') });
  const decide = async (approval: Approval, answer: 'accept' | 'refuse') => {
    client.setQueryData<Approval[]>(key, (list = []) => list.filter((entry) => entry.id !== approval.id));
    try {
      await api.post(`/api/roost/v1/approvals/${approval.id}/${answer}`);
      toast({
        words: textNow(answer === 'accept' ? 'door.approvals.accepted' : 'door.approvals.refused', { name: nameOf(approval) }),
      });
    } catch (problem) {
      client.setQueryData(key, data);
      toast({ tone: 'trouble', words: textNow('settings.failed', { reason: failureSentence(problem) }) });
    }
  };
  return (
    <Section title={t('door.approvals.title')}>
      {error && !data ? (
        <FailureWords error={error} />
      ) : data?.length === 0 ? (
        <p className="soft">{t('door.approvals.none')}</p>
      ) : (
        <ul className={styles.rows}>
          {data?.map((approval) => (
            <li key={approval.id}>
              <span className="grow">
                <b>{nameOf(approval)}</b>
                <br />
                <span className="muted small">
                  {t('door.approvals.asked', {
                    handle: approval.handle,
                    email: approval.email,
                    date: shortDate(new Date(approval.created_at), i18n.locale),
                  })}
                </span>
                {approval.reason && (
                  <span className="soft" dir="auto">
                    <br />
                    {approval.reason}
                  </span>
                )}
              </span>
              <Button size="small" look="primary" onClick={() => void decide(approval, 'accept')}>
                {t('people.accept')}
                <span className="vh"> {nameOf(approval)}</span>
              </Button>
              <Button size="small" onClick={() => setRefusing(approval)}>
                {t('people.reject')}
                <span className="vh"> {nameOf(approval)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {refusing && (
        <ConfirmDialog
          open
          title={t('door.approvals.confirm', { name: nameOf(refusing) })}
          confirmLabel={t('people.reject')}
          cancelLabel={t('people.cancel')}
          onCancel={() => setRefusing(null)}
          onConfirm={() => {
            setRefusing(null);
            void decide(refusing, 'refuse');
          }}
        >
          <p>{t('door.approvals.confirmWords')}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
