import { Note } from '@roost/ui';
import { createLazyRoute, Link, useRouter } from '@tanstack/react-router';
import { useAppState } from '../../api/state.js';
import { useText } from '../../i18n/use-text.js';
import { enter } from './enter.js';
import { EntranceFrame, entranceStyles } from './entrance-frame.js';
import { SignInForm } from './sign-in-form.js';

export const Route = createLazyRoute('/sign-in')({ component: SignInPage });

function SignInPage() {
  const t = useText();
  const router = useRouter();
  const { next, notice } = Route.useSearch();
  const state = useAppState();
  return (
    <EntranceFrame title={t('signIn.title')} lead={state.site.name}>
      {notice === 'signed_out' && <Note tone="iris">{t('signIn.signedOut')}</Note>}
      {notice === 'suspended' && <Note tone="brick">{t('problem.suspended')}</Note>}
      {notice === 'confirmed' && <Note tone="accent">{t('signIn.confirmed')}</Note>}
      {notice === 'reset' && <Note tone="accent">{t('signIn.reset')}</Note>}
      <SignInForm label={t('signIn.title')} onDone={() => enter(router, next)} />
      <p className={entranceStyles.foot}>
        {state.registration === 'closed' ? t('signIn.closed') : <Link to="/sign-up">{t('signIn.signUp')}</Link>}
      </p>
    </EntranceFrame>
  );
}
