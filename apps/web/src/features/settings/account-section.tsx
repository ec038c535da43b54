import { Button, Note, PasswordField, TextField } from '@roost/ui';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { toast } from '../../app/common/toasts.js';
import { useSession } from '../../app/session.js';
import { useText } from '../../i18n/use-text.js';
import { useForm } from '../sign-in/use-form.js';
import { Section } from './section.js';
import { problemAt, settingsProblem } from './settings-problem.js';
import styles from './settings.module.css';

/** What a person signs in with. Each change asks for the current password. */
export function AccountSection() {
  const t = useText();
  const { account } = useSession();
  return (
    <>
      <Section title={t('settings.account.handle')} words={t('settings.account.handleWords')}>
        <p className="mono">@{account.acct}</p>
      </Section>
      <SecretForm
        title={t('settings.account.emailTitle')}
        words={t('settings.account.emailWords')}
        button={t('settings.account.changeEmail')}
        field="email"
        done={(value) => t('settings.account.emailSent', { email: value })}
      />
      <SecretForm
        title={t('settings.account.passwordTitle')}
        button={t('settings.account.changePassword')}
        field="password"
        done={() => t('settings.account.passwordChanged')}
      />
    </>
  );
}

interface SecretFormProps {
  title: string;
  words?: string;
  button: string;
  field: 'email' | 'password';
  done: (value: string) => string;
}

function SecretForm({ title, words, button, field, done }: SecretFormProps) {
  const t = useText();
  const { account } = useSession();
  const [round, setRound] = useState(0);
  const { busy, error, onSubmit, form } = useForm(async (values) => {
    const value = values[field] ?? '';
    await api.patch('/api/roost/v1/account', { body: { current_password: values['current_password'], [field]: value } });
    setRound((before) => before + 1);
    toast({ words: done(value), seconds: 10 });
  });
  const reveal = { showLabel: t('entrance.showPassword'), hideLabel: t('entrance.hidePassword') };
  const shown = problemAt(error, field, t) ?? problemAt(error, 'current_password', t);
  return (
    <Section title={title} words={words}>
      <form key={round} onSubmit={onSubmit} ref={form} className={`stack ${styles.narrow}`} aria-label={title}>
        {error !== null && !shown && (
          <Note tone="brick" icon="alert" role="alert">
            {settingsProblem(error, t)}
          </Note>
        )}
        <input type="text" name="username" autoComplete="username" value={account.acct} readOnly hidden />
        {field === 'email' ? (
          <TextField
            label={t('settings.account.email')}
            name="email"
            type="email"
            required
            autoComplete="email"
            maxLength={254}
            error={problemAt(error, 'email', t)}
          />
        ) : (
          <PasswordField
            {...reveal}
            label={t('settings.account.new')}
            name="password"
            required
            minLength={12}
            maxLength={256}
            autoComplete="new-password"
            hint={t('settings.account.newHint')}
            error={problemAt(error, 'password', t)}
          />
        )}
        <PasswordField
          {...reveal}
          label={t('settings.account.current')}
          name="current_password"
          required
          maxLength={256}
          autoComplete="current-password"
          error={problemAt(error, 'current_password', t)}
        />
        <div className={styles.actions}>
          <Button look="primary" type="submit" busy={busy}>
            {button}
          </Button>
        </div>
      </form>
    </Section>
  );
}
