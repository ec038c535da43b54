import type { Account } from '@roost/contracts';
import { Button } from '@roost/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useText } from '../../i18n/use-text.js';
import { PeopleRows } from '../people/account-list.js';
import { nameOf } from '../people/account-name.js';
import { answerRequest } from '../people/relate.js';
import { followRequestsQuery } from './notifications-query.js';
import styles from './notifications.module.css';

/** Who asks to follow the reader, until they are answered. */
export function FollowRequests() {
  const t = useText();
  const client = useQueryClient();
  const { data: people = [] } = useQuery(followRequestsQuery);
  if (people.length === 0) return null;
  const answer = async (account: Account, choice: 'authorize' | 'reject') => {
    const before = client.getQueryData(followRequestsQuery.queryKey);
    client.setQueryData(followRequestsQuery.queryKey, (list = []) => list.filter((entry) => entry.id !== account.id));
    if (!(await answerRequest(client, account, choice))) client.setQueryData(followRequestsQuery.queryKey, before);
  };
  return (
    <section className={`sheet flat ${styles.requests}`} aria-label={t('notifications.requests')}>
      <h2>{t('notifications.requests')}</h2>
      <PeopleRows
        people={people}
        label={t('notifications.requests')}
        actions={(account) => (
          <>
            <Button size="small" look="primary" onClick={() => void answer(account, 'authorize')}>
              {t('people.accept')}
              <span className="vh"> {nameOf(account)}</span>
            </Button>
            <Button size="small" onClick={() => void answer(account, 'reject')}>
              {t('people.reject')}
              <span className="vh"> {nameOf(account)}</span>
            </Button>
          </>
        )}
      />
    </section>
  );
}
