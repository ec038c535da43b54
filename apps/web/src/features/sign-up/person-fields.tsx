import { PasswordField, TextField } from '@roost/ui';
import { useText } from '../../i18n/use-text.js';
import { fieldProblem } from '../sign-in/problem.js';

export const PERSON_FIELDS = ['display_name', 'handle', 'email', 'password'] as const;

/** Name, handle, address and password: what every new person gives. */
export function PersonFields({ error }: { error: unknown }) {
  const t = useText();
  return (
    <>
      <TextField
        label={t('signUp.name')}
        name="display_name"
        tall
        autoComplete="name"
        maxLength={200}
        error={fieldProblem(error, 'display_name', t)}
      />
      <TextField
        label={t('signUp.handle')}
        hint={t('signUp.handleHint')}
        name="handle"
        tall
        required
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={30}
        error={fieldProblem(error, 'handle', t)}
      />
      <TextField
        label={t('signUp.email')}
        name="email"
        type="email"
        tall
        required
        autoComplete="email"
        maxLength={254}
        error={fieldProblem(error, 'email', t)}
      />
      <PasswordField
        label={t('entrance.password')}
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
    </>
  );
}
