import type { AuthorizationPreview } from '@roost/contracts';
import { ErrorState } from '@roost/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../../api/api-error.js';
import { api } from '../../api/client.js';
import { reloadState } from '../../api/state.js';
import { failureSentence } from '../../app/common/failure.js';
import { WithQueries } from '../../app/with-queries.js';
import { useText } from '../../i18n/use-text.js';
import { EntranceFrame } from '../sign-in/entrance-frame.js';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { AppName } from './app-name.js';
import { Consent } from './consent.js';
import { OpenedApp } from './opened-app.js';

export const Route = createLazyRoute('/oauth/authorize')({ component: AuthorizeRoute });

function AuthorizeRoute() {
  return (
    <WithQueries>
      <AuthorizePage />
    </WithQueries>
  );
}

/** Where an app sends people to be let in: says who asks and what for, lets them sign in on the way, and takes a yes or a no. */
function AuthorizePage() {
  const t = useText();
  const router = useRouter();
  const asked = Route.useSearch();
  const navigate = Route.useNavigate();
  const preview = useQuery({
    queryKey: ['authorization', asked],
    queryFn: () => api.get<AuthorizationPreview>('/api/roost/v1/authorizations/preview', { query: asked }),
    retry: false,
    gcTime: 0,
  });
  // An app that adds a second account asks for signing in anew; whoever is not the person shown asks for it too.
  const [anew, setAnew] = useState(['true', '1', 't', 'on'].includes(asked['force_login'] ?? ''));
  const [opened, setOpened] = useState<string | null>(null);

  if (opened !== null) return <OpenedApp address={opened} />;
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
  const { app, account } = preview.data;
  if (account === null || anew) {
    const signedIn = async () => {
      await reloadState();
      await Promise.all([router.invalidate(), preview.refetch()]);
      setAnew(false);
    };
    return (
      <EntranceFrame title={t('authorize.signIn', { app: app.name })} lead={t('authorize.signInLead')}>
        <AppName app={app} />
        <SignInForm label={t('authorize.signIn', { app: app.name })} onDone={signedIn} />
      </EntranceFrame>
    );
  }
  return (
    <Consent
      asked={asked}
      preview={{ ...preview.data, account }}
      onSwitch={() => setAnew(true)}
      onCode={(code) => void navigate({ to: '/oauth/authorize/native', search: { code }, replace: true })}
      onRedirect={(address) => {
        location.assign(address);
        setOpened(address);
      }}
    />
  );
}
