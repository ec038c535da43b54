import type { Account } from '@roost/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLingui } from '@lingui/react';
import { api } from '../../api/client.js';
import { useSession } from '../../app/session.js';
import { SearchBox } from '../../app/shell/search-box.js';
import { shortDate } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { AccountAvatar } from '../people/account-avatar.js';
import { nameOf } from '../people/account-name.js';
import styles from './profile.module.css';

/** Since when, in which role, and who of the reader's own people follows them. */
export function ProfileAside({ account }: { account: Account }) {
  const t = useText();
  const { i18n } = useLingui();
  return (
    <>
      <SearchBox />
      <section className="sheet pad-s">
        <div className="panel-h">
          <h2>{t('profile.about')}</h2>
        </div>
        <dl className={styles.facts}>
          <div>
            <dt>{t('profile.since')}</dt>
            <dd>{shortDate(new Date(account.created_at), i18n.locale)}</dd>
          </div>
          {account.last_status_at && (
            <div>
              <dt>{t('profile.lastPost')}</dt>
              <dd>{shortDate(new Date(account.last_status_at), i18n.locale)}</dd>
            </div>
          )}
          {account.roost.role !== 'member' && (
            <div>
              <dt>{t('profile.role')}</dt>
              <dd>{t(`profile.role.${account.roost.role}`)}</dd>
            </div>
          )}
        </dl>
      </section>
      <Familiar account={account} />
    </>
  );
}

function Familiar({ account }: { account: Account }) {
  const t = useText();
  const { account: me } = useSession();
  const { data: people = [] } = useQuery({
    queryKey: ['familiar', account.id],
    enabled: me.id !== account.id,
    queryFn: async () => {
      const [found] = await api.get<{ id: string; accounts: Account[] }[]>('/api/v1/accounts/familiar_followers', {
        query: { id: [account.id] },
      });
      return found?.accounts ?? [];
    },
  });
  if (people.length === 0) return null;
  return (
    <section className="sheet pad-s">
      <div className="panel-h">
        <h2>{t('profile.familiar')}</h2>
      </div>
      <ul className="stack-s">
        {people.slice(0, 5).map((person) => (
          <li key={person.id}>
            <Link to="/@{$handle}" params={{ handle: person.acct }} className="row">
              <AccountAvatar account={person} size={32} />
              <b className="trunc">{nameOf(person)}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
