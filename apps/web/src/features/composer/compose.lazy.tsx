import type { Status } from '@roost/contracts';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '../../api/client.js';
import { useText } from '../../i18n/use-text.js';
import { Composer } from './composer.js';
import styles from './compose-page.module.css';

export const Route = createLazyRoute('/inside/compose')({ component: ComposePage });

/** Writing on a phone: the whole screen, the tools above the keyboard. */
function ComposePage() {
  const t = useText();
  const router = useRouter();
  const { reply } = Route.useSearch();
  const { data: replyTo, isPending } = useQuery({
    queryKey: ['statuses', 'one', reply],
    queryFn: () => api.get<Status>(`/api/v1/statuses/${reply}`),
    enabled: reply !== undefined,
  });
  useEffect(() => {
    document.title = t('nav.newPost');
  }, [t]);
  const leave = () => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: '/home' });
  };
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <h1 className="vh">{t('nav.newPost')}</h1>
      {(reply === undefined || !isPending) && <Composer replyTo={replyTo} mobile autoFocus onClose={leave} />}
    </main>
  );
}
