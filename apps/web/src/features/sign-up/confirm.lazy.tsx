import { Button, Note, TextField } from '@roost/ui';
import { createLazyRoute, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/client.js';
import { localeOf, lookStore } from '../../app/common/look.js';
import { useText } from '../../i18n/use-text.js';
import { EntranceFrame, entranceStyles } from '../sign-in/entrance-frame.js';
import { problemSentence } from '../sign-in/problem.js';
import { useForm } from '../sign-in/use-form.js';

export const Route = createLazyRoute('/confirm')({ component: ConfirmPage });

/** Where the link of the confirmation mail leads. It is redeemed once, by itself. */
function ConfirmPage() {
  const t = useText();
  const navigate = useNavigate();
  const { hash: token } = useLocation();
  const [error, setError] = useState<unknown>(null);
  const [waits, setWaits] = useState(false);
  const redeemed = useRef(false);
  const [sent, setSent] = useState(false);
  const again = useForm(async ({ email }) => {
    await api.post('/api/roost/v1/confirmations', { body: { email, language: localeOf(lookStore.get()) } });
    setSent(true);
  });

  useEffect(() => {
    if (redeemed.current || token === '') return;
    redeemed.current = true;
    api
      .post<{ next: 'sign-in' | 'approval' }>('/api/roost/v1/confirmations/redeem', { body: { token } })
      .then(({ next }) => (next === 'approval' ? setWaits(true) : navigate({ to: '/sign-in', search: { notice: 'confirmed' } })))
      .catch(setError);
  }, [token, navigate]);

  if (waits) {
    return (
      <EntranceFrame title={t('signUp.waits')}>
        <p role="status">{t('signUp.waitsWords')}</p>
      </EntranceFrame>
    );
  }
  const asks = error !== null || token === '';
  return (
    <EntranceFrame title={t('confirm.title')}>
      {!asks && <p role="status">{t('confirm.busy')}</p>}
      {error !== null && (
        <Note tone="brick" icon="alert" role="alert">
          {problemSentence(error, t)}
        </Note>
      )}
      {asks && !sent && (
        <form className={entranceStyles.stack} onSubmit={again.onSubmit} ref={again.form} aria-label={t('confirm.again')}>
          {again.error !== null && (
            <Note tone="brick" icon="alert" role="alert">
              {problemSentence(again.error, t)}
            </Note>
          )}
          <TextField label={t('signUp.email')} name="email" type="email" tall required autoComplete="email" maxLength={254} />
          <Button type="submit" look="primary" size="big" busy={again.busy}>
            {t('confirm.again')}
          </Button>
        </form>
      )}
      {sent && <p role="status">{t('reset.sent')}</p>}
      <p className={entranceStyles.foot}>
        <Link to="/sign-in">{t('signUp.toSignIn')}</Link>
      </p>
    </EntranceFrame>
  );
}
