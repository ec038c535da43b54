import { Button, Checkbox, Note, PasswordField, TextField } from '@roost/ui';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.js';
import { useText } from '../../i18n/use-text.js';
import { entranceStyles } from './entrance-frame.js';
import { problemSentence } from './problem.js';
import { useForm } from './use-form.js';

/** Name and password; what follows is the page's business. */
export function SignInForm({ label, onDone }: { label: string; onDone: () => Promise<void> }) {
  const t = useText();
  const { busy, error, onSubmit, form } = useForm(async ({ email, password }, data) => {
    await api.post('/api/roost/v1/sessions', { body: { email, password, remember: data.has('remember') } });
    await onDone();
  });
  return (
    <form className={entranceStyles.stack} onSubmit={onSubmit} ref={form} aria-label={label}>
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
  );
}
