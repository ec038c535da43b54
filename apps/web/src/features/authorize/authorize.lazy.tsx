import type { AuthorizationAnswer, AuthorizationPreview } from '@roost/contracts';
import { Avatar, Button, ErrorState, Note } from '@roost/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { ApiError } from '../../api/api-error.js';
import { failureSentence } from '../../app/common/failure.js';
import { WithQueries } from '../../app/with-queries.js';
import { useText } from '../../i18n/use-text.js';
import { EntranceFrame, entranceStyles } from '../sign-in/entrance-frame.js';
import styles from './authorize.module.css';
import { permissionsOf } from './permissions.js';

export const Route = createLazyRoute('/oauth/authorize')({ component: AuthorizeRoute });

function AuthorizeRoute() {
  return (
    <WithQueries>
      <AuthorizePage />
    </WithQueries>
  );
}

/** Where an app sends people to be let in: says who asks, what for, and takes a yes or a no. */
function AuthorizePage() {
  const t = useText();
  const asked = Route.useSearch();
  const preview = useQuery({
    queryKey: ['authorization', asked],
    queryFn: () => api.get<AuthorizationPreview>('/api/roost/v1/authorizations/preview', { query: asked }),
    retry: false,
    gcTime: 0,
  });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [code, setCode] = useState<string | null>(null);

  const answer = async (approve: boolean) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const decided = await api.post<AuthorizationAnswer>('/api/roost/v1/authorizations', { body: { ...asked, approve } });
      if ('redirect' in decided) location.assign(decided.redirect);
      else setCode(decided.code);
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };

  if (code !== null) {
    return (
      <EntranceFrame title={t('authorize.codeTitle')} lead={t('authorize.codeLead')}>
        <output className={styles.code} tabIndex={0} aria-label={t('authorize.code')}>
          {code}
        </output>
      </EntranceFrame>
    );
  }
  if (preview.error) {
    const words =
      preview.error instanceof ApiError && preview.error.status < 500 ? preview.error.message : failureSentence(preview.error, t);
    return (
      <EntranceFrame title={t('authorize.cannot')}>
        <ErrorState title={t('authorize.cannotTitle')}>
          <p>{words}</p>
        </ErrorState>
      </EntranceFrame>
    );
  }
  if (!preview.data) return <EntranceFrame title={t('authorize.wait')}>{null}</EntranceFrame>;
  const { app, scopes, account, redirect_uri } = preview.data;
  return (
    <EntranceFrame title={t('authorize.title', { app: app.name })} lead={app.website ?? undefined}>
      <div className={styles.person}>
        <Avatar name={account.display_name || account.username} src={account.roost.has_avatar ? account.avatar : undefined} />
        <p>{t('authorize.as', { handle: account.username })}</p>
      </div>
      <section aria-labelledby="may">
        <h2 id="may" className={styles.heading}>
          {t('authorize.may')}
        </h2>
        <ul className={styles.list}>
          {permissionsOf(scopes).map((id) => (
            <li key={id}>{t(id)}</li>
          ))}
        </ul>
        <p className="small muted">{t('authorize.where', { address: redirect_uri })}</p>
      </section>
      {error !== null && (
        <Note tone="brick" icon="alert" role="alert">
          {failureSentence(error, t)}
        </Note>
      )}
      <div className={entranceStyles.stack}>
        <Button look="primary" size="big" busy={busy} onClick={() => void answer(true)}>
          {t('authorize.yes')}
        </Button>
        <Button look="line" size="big" busy={busy} onClick={() => void answer(false)}>
          {t('authorize.no')}
        </Button>
      </div>
      <p className={entranceStyles.foot}>{t('authorize.revoke')}</p>
    </EntranceFrame>
  );
}
