import { Button, Note, PasswordField, TextField } from '@roost/ui';
import { createLazyRoute, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { localeOf, lookStore } from '../../app/common/look.js';
import { useText } from '../../i18n/use-text.js';
import { EntranceFrame, entranceStyles } from '../sign-in/entrance-frame.js';
import { fieldProblem, isGeneral, problemSentence } from '../sign-in/problem.js';
import { useForm } from '../sign-in/use-form.js';

export const Route = createLazyRoute('/reset')({ component: ResetPage });

/** Without a link one asks for a mail here; with the link from that mail one chooses a new password. */
function ResetPage() {
  const t = useText();
  const { hash: token } = useLocation();
  return (
    <EntranceFrame title={t('reset.title')} lead={t(token === '' ? 'reset.lead' : 'reset.newLead')}>
      {token === '' ? <AskForMail /> : <NewPassword token={token} />}
      <p className={entranceStyles.foot}>
        <Link to="/sign-in">{t('signUp.toSignIn')}</Link>
      </p>
    </EntranceFrame>
  );
}

function AskForMail() {
  const t = useText();
  const [sent, setSent] = useState(false);
  const { busy, error, onSubmit, form } = useForm(async ({ email }) => {
    await api.post('/api/roost/v1/password-resets', { body: { email, language: localeOf(lookStore.get()) } });
    setSent(true);
  });
  if (sent) return <p role="status">{t('reset.sent')}</p>;
  return (
    <form className={entranceStyles.stack} onSubmit={onSubmit} ref={form} aria-label={t('reset.title')}>
      {error !== null && (
        <Note tone="brick" icon="alert" role="alert">
          {problemSentence(error, t)}
        </Note>
      )}
      <TextField label={t('signUp.email')} name="email" type="email" tall required autoComplete="email" maxLength={254} />
      <Button type="submit" look="primary" size="big" busy={busy}>
        {t('reset.send')}
      </Button>
    </form>
  );
}

function NewPassword({ token }: { token: string }) {
  const t = useText();
  const navigate = useNavigate();
  const { busy, error, onSubmit, form } = useForm(async ({ password }) => {
    await api.post('/api/roost/v1/password-resets/redeem', { body: { token, password } });
    await navigate({ to: '/sign-in', search: { notice: 'reset' } });
  });
  return (
    <form className={entranceStyles.stack} onSubmit={onSubmit} ref={form} aria-label={t('reset.title')}>
      {isGeneral(error, ['password']) && (
        <Note tone="brick" icon="alert" role="alert">
          {problemSentence(error, t)}
        </Note>
      )}
      <PasswordField
        label={t('reset.new')}
        hint={t('signUp.passwordHint')}
        name="password"
        tall
        required
        minLength={12}
        maxLength={256}
        autoComplete="new-password"
        showLabel={t('entrance.showPassword')}
        hideLabel={t('entrance.hidePassword')}
        error={fieldProblem(error, 'password', t)}
      />
      <Button type="submit" look="primary" size="big" busy={busy}>
        {t('reset.save')}
      </Button>
    </form>
  );
}
