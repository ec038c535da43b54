import type { Session } from '@roost/contracts';
import { Badge, Button, ConfirmDialog, Skeleton } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { LoadFailure } from '../../app/common/load-failure.js';
import { postTime, shortDate } from '../../i18n/format.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { useNow } from '../statuses/use-now.js';
import { deviceName } from './device-name.js';
import { Section } from './section.js';
import styles from './settings.module.css';

const key = ['sessions'];

/** Every browser that is signed in, and the end of any of them; apps have a section of their own. */
export function SessionsSection() {
  const t = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const query = useQuery({ queryKey: key, queryFn: () => api.get<Session[]>('/api/roost/v1/sessions') });
  /** Ends one, or with null all others. */
  const end = async (id: string | null) => {
    const before = client.getQueryData<Session[]>(key);
    client.setQueryData<Session[]>(key, (list = []) => list.filter((entry) => entry.current || (id !== null && entry.id !== id)));
    try {
      await api.delete(id === null ? '/api/roost/v1/sessions' : `/api/roost/v1/sessions/${id}`);
      toast({ words: textNow('settings.sessions.ended') });
    } catch (error) {
      client.setQueryData(key, before);
      toast({ tone: 'trouble', words: textNow('settings.failed', { reason: failureSentence(error) }) });
    }
  };
  if (query.isPending) return <Skeleton label={t('settings.section.sessions')} rows={3} />;
  if (!query.data) {
    return (
      <div className="sheet flat">
        <LoadFailure title={t('settings.sessions.failed')} query={query} />
      </div>
    );
  }
  const browsers = query.data.filter((entry) => entry.kind === 'browser').sort((a, b) => Number(b.current) - Number(a.current));
  return (
    <>
      <Section title={t('settings.sessions.browsers')} words={t('settings.sessions.words')}>
        <ul className={styles.rows}>
          {browsers.map((entry) => (
            <Row key={entry.id} session={entry} onEnd={() => void end(entry.id)} />
          ))}
        </ul>
        {query.data.length > 1 && (
          <div className={styles.actions}>
            <Button look="danger-line" onClick={() => setAsking(true)}>
              {t('settings.sessions.endOthers')}
            </Button>
          </div>
        )}
      </Section>
      <ConfirmDialog
        open={asking}
        title={t('settings.sessions.confirm')}
        confirmLabel={t('settings.sessions.endOthers')}
        cancelLabel={t('people.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void end(null);
        }}
      >
        <p>{t('settings.sessions.confirmWords')}</p>
      </ConfirmDialog>
    </>
  );
}

function Row({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const t = useText();
  const { i18n } = useLingui();
  const now = new Date(useNow());
  const { browser, system } = deviceName(session.user_agent);
  const name =
    browser && system ? t('settings.sessions.on', { browser, system }) : (browser ?? system ?? t('settings.sessions.unknown'));
  const seen = new Date(session.last_seen_at);
  return (
    <li>
      <span className="grow">
        <b>{name}</b> {session.current && <Badge tone="accent">{t('settings.sessions.here')}</Badge>}
        <br />
        <span className="muted small">
          {[
            t('settings.sessions.seen', { time: postTime(seen, now, i18n.locale) }),
            session.ip,
            t('settings.sessions.since', { date: shortDate(new Date(session.created_at), i18n.locale) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {!session.current && (
        <Button size="small" onClick={onEnd}>
          {t('settings.sessions.end')}
          <span className="vh"> {name}</span>
        </Button>
      )}
    </li>
  );
}
