import type { Account, Role } from '@roost/contracts';
import { Button, Dialog, Select, TextArea, TextField } from '@roost/ui';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ApiError } from '../../api/api-error.js';
import { api } from '../../api/client.js';
import { FailureWords } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { useSession } from '../../app/session.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { PeopleRows } from '../people/account-list.js';
import { nameOf } from '../people/account-name.js';
import { Section } from './section.js';
import { settingsProblem } from './settings-problem.js';
import styles from './settings.module.css';

const roles: Role[] = ['member', 'moderator', 'administrator'];

/** Finds people and, by their whole handle, also those who are suspended. */
async function findAccounts(q: string): Promise<Account[]> {
  const [found, named] = await Promise.all([
    api.get<Account[]>('/api/v1/accounts/search', { query: { q, limit: 20 } }),
    api.get<Account>('/api/v1/accounts/lookup', { query: { acct: q } }).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }),
  ]);
  return named ? [named, ...found.filter((entry) => entry.id !== named.id)] : found;
}

/** Roles and suspensions. */
export function AccountsPart() {
  const t = useText();
  const client = useQueryClient();
  const { account: me } = useSession();
  const [typed, setTyped] = useState('');
  const [suspending, setSuspending] = useState<Account | null>(null);
  const q = useDeferredValue(typed.trim());
  const key = ['admin-accounts', q];
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => findAccounts(q),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const change = async (account: Account, send: () => Promise<Account>) => {
    try {
      const changed = await send();
      client.setQueryData<Account[]>(key, (list = []) => list.map((entry) => (entry.id === changed.id ? changed : entry)));
      void client.invalidateQueries({ queryKey: ['account'] });
      toast({ words: textNow('door.accounts.done', { name: nameOf(account) }) });
    } catch (problem) {
      toast({ tone: 'trouble', words: textNow('settings.failed', { reason: settingsProblem(problem, textNow) }) });
    }
  };
  const base = (account: Account) => `/api/roost/v1/accounts/${account.id}`;
  return (
    <Section title={t('door.accounts.title')} words={t('door.accounts.words')}>
      <div className={styles.narrow}>
        <TextField
          label={t('door.accounts.find')}
          icon="search"
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {q !== '' && error && !data && <FailureWords error={error} />}
      {q !== '' && data?.length === 0 && <p className="soft">{t('door.accounts.none')}</p>}
      {q !== '' && data && data.length > 0 && (
        <div className={styles.list}>
          <PeopleRows
            people={data}
            label={t('door.accounts.title')}
            words={() => <span />}
            actions={(account) => (
              <>
                <Select
                  label={t('door.accounts.role', { name: nameOf(account) })}
                  labelHidden
                  value={account.roost.role}
                  options={roles.map((value) => ({ value, label: t(`door.role.${value}`) }))}
                  onChange={(event) =>
                    void change(account, () => api.put<Account>(`${base(account)}/role`, { body: { role: event.target.value } }))
                  }
                />
                {account.suspended ? (
                  <Button onClick={() => void change(account, () => api.post<Account>(`${base(account)}/unsuspend`))}>
                    {t('door.accounts.unsuspend')}
                  </Button>
                ) : (
                  account.id !== me.id && (
                    <Button look="danger-line" onClick={() => setSuspending(account)}>
                      {t('door.accounts.suspend')}
                      <span className="vh"> {nameOf(account)}</span>
                    </Button>
                  )
                )}
              </>
            )}
          />
        </div>
      )}
      {suspending && (
        <Dialog
          open
          title={t('door.accounts.suspendTitle', { name: nameOf(suspending) })}
          closeLabel={t('common.close')}
          onClose={() => setSuspending(null)}
        >
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              const reason = new FormData(event.currentTarget).get('reason');
              setSuspending(null);
              void change(suspending, () => api.post<Account>(`${base(suspending)}/suspend`, { body: { reason } }));
            }}
          >
            <p className="soft">{t('door.accounts.suspendWords')}</p>
            <TextArea label={t('door.accounts.reason')} name="reason" required maxLength={1000} />
            <div className={styles.actions}>
              <Button look="danger" type="submit">
                {t('door.accounts.suspendNow')}
              </Button>
              <Button look="quiet" onClick={() => setSuspending(null)}>
                {t('people.cancel')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </Section>
  );
}
