import type { ConnectedApp } from '@roost/contracts';
import { Button, ConfirmDialog, Skeleton } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { LoadFailure } from '../../app/common/load-failure.js';
import { postTime, shortDate } from '../../i18n/format.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { permissionsOf } from '../authorize/permissions.js';
import { useNow } from '../statuses/use-now.js';
import { Section } from './section.js';
import styles from './settings.module.css';

const key = ['connected-apps'];

/** The apps that were let in: what each may do, since when, and the end of it. */
export function AppsSection() {
  const t = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState<ConnectedApp | null>(null);
  const query = useQuery({ queryKey: key, queryFn: () => api.get<ConnectedApp[]>('/api/roost/v1/apps') });
  const disconnect = async (app: ConnectedApp) => {
    setAsking(null);
    const before = client.getQueryData<ConnectedApp[]>(key);
    client.setQueryData<ConnectedApp[]>(key, (list = []) => list.filter(({ id }) => id !== app.id));
    try {
      await api.delete(`/api/roost/v1/apps/${app.id}`);
      toast({ words: textNow('settings.apps.ended', { app: app.name }) });
    } catch (error) {
      client.setQueryData(key, before);
      toast({ tone: 'trouble', words: textNow('settings.failed', { reason: failureSentence(error) }) });
    }
  };
  if (query.isPending) return <Skeleton label={t('settings.section.apps')} rows={3} />;
  if (!query.data) {
    return (
      <div className="sheet flat">
        <LoadFailure title={t('settings.sessions.failed')} query={query} />
      </div>
    );
  }
  return (
    <>
      <Section title={t('settings.section.apps')} words={t('settings.apps.words')}>
        {query.data.length === 0 ? (
          <p className="soft">{t('settings.apps.none')}</p>
        ) : (
          <ul className={styles.rows}>
            {query.data.map((app) => (
              <Row key={app.id} app={app} onEnd={() => setAsking(app)} />
            ))}
          </ul>
        )}
      </Section>
      <ConfirmDialog
        open={asking !== null}
        title={t('settings.apps.confirm', { app: asking?.name ?? '' })}
        confirmLabel={t('settings.apps.revoke')}
        cancelLabel={t('people.cancel')}
        onCancel={() => setAsking(null)}
        onConfirm={() => asking && void disconnect(asking)}
      >
        <p>{t('settings.apps.confirmWords')}</p>
      </ConfirmDialog>
    </>
  );
}

function Row({ app, onEnd }: { app: ConnectedApp; onEnd: () => void }) {
  const t = useText();
  const { i18n } = useLingui();
  const now = new Date(useNow());
  const site = app.website === null ? null : URL.parse(app.website);
  return (
    <li className={styles.tall}>
      <div className="grow">
        <b>{app.name}</b>{' '}
        {site && (
          <a className="small" href={site.href} target="_blank" rel="noreferrer noopener">
            {site.host}
          </a>
        )}
        <p className="muted small">
          {[
            app.last_used_at === null
              ? t('settings.apps.unused')
              : t('settings.apps.used', { time: postTime(new Date(app.last_used_at), now, i18n.locale) }),
            t('settings.sessions.since', { date: shortDate(new Date(app.created_at), i18n.locale) }),
            app.tokens > 1 ? t('settings.apps.times', { count: app.tokens }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="small">{t('settings.apps.may')}</p>
        <ul className={styles.may}>
          {permissionsOf(app.scopes).map((id) => (
            <li key={id}>{t(id)}</li>
          ))}
        </ul>
      </div>
      <Button size="small" onClick={onEnd}>
        {t('settings.apps.revoke')}
        <span className="vh"> {app.name}</span>
      </Button>
    </li>
  );
}
