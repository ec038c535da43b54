import { Button, Checkbox, Note, PasswordField, TextField } from '@roost/ui';
import { createLazyRoute, Link, useRouter } from '@tanstack/react-router';
import { api } from '../../api/client.js';
import { useAppState } from '../../api/state.js';
import { useText } from '../../i18n/use-text.js';
import { enter } from './enter.js';
import { EntranceFrame, entranceStyles } from './entrance-frame.js';
import { problemSentence } from './problem.js';
import { useForm } from './use-form.js';

export const Route = createLazyRoute('/sign-in')({ component: SignInPage });

function SignInPage() {
  const t = useText();
  const router = useRouter();
  const { next, notice } = Route.useSearch();
  const state = useAppState();
  const { busy, error, onSubmit, form } = useForm(async ({ email, password }, data) => {
    await api.post('/api/roost/v1/sessions', { body: { email, password, remember: data.has('remember') } });
    await enter(router, next);
  });
  return (
    <EntranceFrame title={t('signIn.title')} lead={state.site.name}>
      {notice === 'signed_out' && <Note tone="iris">{t('signIn.signedOut')}</Note>}
      {notice === 'suspended' && <Note tone="brick">{t('problem.suspended')}</Note>}
      {notice === 'confirmed' && <Note tone="accent">{t('signIn.confirmed')}</Note>}
      {notice === 'reset' && <Note tone="accent">{t('signIn.reset')}</Note>}
      <form className={entranceStyles.stack} onSubmit={onSubmit} ref={form} aria-label={t('signIn.title')}>
        {error !== null && (
          <Note tone="brick" icon="alert" role="alert">
            {problemSentence(error, t)}
          </Note>
        )}
        <TextField
          label={t('signIn.email')}
          name="email"
          tall
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
        <PasswordField
          label={t('entrance.password')}
          name="password"
          tall
          required
          autoComplete="current-password"
          maxLength={256}
          showLabel={t('entrance.showPassword')}
          hideLabel={t('entrance.hidePassword')}
        />
        <div className={entranceStyles.labelRow}>
          <Checkbox label={t('signIn.remember')} name="remember" />
          <Link to="/reset">{t('signIn.forgotten')}</Link>
        </div>
        <Button type="submit" look="primary" size="big" busy={busy}>
          {t('signIn.continue')}
        </Button>
      </form>
      <p className={entranceStyles.foot}>
        {state.registration === 'closed' ? t('signIn.closed') : <Link to="/sign-up">{t('signIn.signUp')}</Link>}
      </p>
    </EntranceFrame>
  );
}
