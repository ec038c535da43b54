import type { KeptAnnouncement } from '@roost/contracts';
import { Badge, Button, ConfirmDialog } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { failureSentence, FailureWords } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { fullDate } from '../../i18n/format.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { announcementsQuery } from '../announcements/announcements-query.js';
import { AnnouncingForm } from './announcing-form.js';
import { Section } from './section.js';
import styles from './settings.module.css';

const key = ['announcements-kept'];
const TONES = { shown: 'accent', waiting: 'iris', ended: 'plain' } as const;

/** Telling everybody something, now or at its hour. For administrators. */
export function AnnouncingSection() {
  const t = useText();
  const client = useQueryClient();
  const [editing, setEditing] = useState<KeptAnnouncement | null>(null);
  const [removing, setRemoving] = useState<KeptAnnouncement | null>(null);
  // A new form for the next one: what was typed for this one is done with.
  const [round, setRound] = useState(0);
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => api.get<KeptAnnouncement[]>('/api/roost/v1/announcements'),
  });
  const changed = () => {
    void client.invalidateQueries({ queryKey: key });
    void client.invalidateQueries({ queryKey: announcementsQuery.queryKey });
  };
  const done = () => {
    setEditing(null);
    setRound((before) => before + 1);
    changed();
  };
  const remove = async (id: string) => {
    try {
      await api.delete(`/api/roost/v1/announcements/${id}`);
      toast({ words: textNow('announcing.removed') });
      if (editing?.id === id) done();
      else changed();
    } catch (problem) {
      toast({ tone: 'trouble', words: textNow('settings.failed', { reason: failureSentence(problem) }) });
    }
  };
  return (
    <>
      <Section title={t(editing ? 'announcing.edit' : 'announcing.write')} words={t('announcing.words')}>
        <AnnouncingForm key={editing?.id ?? round} editing={editing} onDone={done} onCancel={() => setEditing(null)} />
      </Section>
      <Section title={t('announcing.kept')}>
        {error && !data ? (
          <FailureWords error={error} />
        ) : data?.length === 0 ? (
          <p className="soft">{t('announcing.none')}</p>
        ) : (
          <ul className={styles.rows}>
            {data?.map((announcement) => (
              <Row
                key={announcement.id}
                announcement={announcement}
                onEdit={() => setEditing(announcement)}
                onRemove={() => setRemoving(announcement)}
              />
            ))}
          </ul>
        )}
      </Section>
      {removing && (
        <ConfirmDialog
          open
          title={t('announcing.confirm')}
          confirmLabel={t('announcing.remove')}
          cancelLabel={t('people.cancel')}
          onCancel={() => setRemoving(null)}
          onConfirm={() => {
            setRemoving(null);
            void remove(removing.id);
          }}
        >
          <p>{t('announcing.confirmWords')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Row({ announcement, onEdit, onRemove }: { announcement: KeptAnnouncement; onEdit: () => void; onRemove: () => void }) {
  const t = useText();
  const { i18n } = useLingui();
  const name = announcement.text.slice(0, 40);
  const from = fullDate(new Date(announcement.publish_at), i18n.locale);
  const until = announcement.ends_at && fullDate(new Date(announcement.ends_at), i18n.locale);
  return (
    <li>
      <span className="grow">
        <span dir="auto">{announcement.text.length > 140 ? `${announcement.text.slice(0, 139)}…` : announcement.text}</span>
        <br />
        <span className="muted small">
          {until ? t('announcing.fromUntil', { from, until }) : t('announcing.from', { from })}
          {announcement.state !== 'waiting' && `, ${t('announcing.readers', { count: announcement.readers })}`}
        </span>
      </span>
      <Badge tone={TONES[announcement.state]}>{t(`announcing.state.${announcement.state}`)}</Badge>
      <Button size="small" onClick={onEdit}>
        {t('announcing.change')}
        <span className="vh"> {name}</span>
      </Button>
      <Button size="small" onClick={onRemove}>
        {t('announcing.remove')}
        <span className="vh"> {name}</span>
      </Button>
    </li>
  );
}
