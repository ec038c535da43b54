import type { Account, AuthorizationAnswer, AuthorizationPreview } from '@roost/contracts';
import { Avatar, Button, Icon, Note } from '@roost/ui';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { failureSentence } from '../../app/common/failure.js';
import { useText } from '../../i18n/use-text.js';
import { EntranceFrame, entranceStyles } from '../sign-in/entrance-frame.js';
import { AppName } from './app-name.js';
import styles from './authorize.module.css';
import { destinationOf } from './destination.js';
import { permissionsOf } from './permissions.js';

interface ConsentProps {
  /** The query the app sent; goes back to the server as it came. */
  asked: Record<string, string>;
  preview: AuthorizationPreview & { account: Account };
  onSwitch: () => void;
  onRedirect: (address: string) => void;
  onCode: (code: string) => void;
}

/** The question itself: which app, for whom, what it may do, yes or no. */
export function Consent({ asked, preview, onSwitch, onRedirect, onCode }: ConsentProps) {
  const t = useText();
  const { app, account, scopes, redirect_uri } = preview;
  const [busy, setBusy] = useState<boolean | null>(null);
  const [error, setError] = useState<unknown>(null);
  const destination = destinationOf(redirect_uri);

  const answer = async (approve: boolean) => {
    if (busy !== null) return;
    setBusy(approve);
    setError(null);
    try {
      const decided = await api.post<AuthorizationAnswer>('/api/roost/v1/authorizations', { body: { ...asked, approve } });
      if ('redirect' in decided) onRedirect(decided.redirect);
      else onCode(decided.code);
    } catch (problem) {
      setError(problem);
    }
    setBusy(null);
  };

  return (
    <EntranceFrame title={t('authorize.title', { app: app.name })}>
      <AppName app={app} />
      <div className={styles.person}>
        <Avatar
          size={40}
          name={account.display_name || account.username}
          src={account.roost.has_avatar ? account.avatar : undefined}
        />
        <p>
          <b>{account.display_name || account.username}</b>
          <span className="muted small">{t('authorize.as', { handle: account.username })}</span>
        </p>
        <Button size="small" onClick={onSwitch}>
          {t('authorize.switch')}
        </Button>
      </div>
      <section aria-labelledby="may">
        <h2 id="may" className={styles.heading}>
          {t('authorize.may')}
        </h2>
        <ul className={styles.list}>
          {permissionsOf(scopes).map((id) => (
            <li key={id}>
              <Icon name="check" />
              <span>{t(id)}</span>
            </li>
          ))}
        </ul>
      </section>
      {error !== null && (
        <Note tone="brick" icon="alert" role="alert">
          {failureSentence(error, t)}
        </Note>
      )}
      <div className={styles.answers}>
        <Button look="primary" size="big" busy={busy === true} onClick={() => void answer(true)}>
          {t('authorize.yes')}
        </Button>
        <Button look="line" size="big" busy={busy === false} onClick={() => void answer(false)}>
          {t('authorize.no')}
        </Button>
      </div>
      <p className={entranceStyles.foot}>
        <span>
          {destination === null ? t('authorize.whereCode') : t('authorize.where', { address: destination })}{' '}
          {t('authorize.revoke')}
        </span>
      </p>
    </EntranceFrame>
  );
}
