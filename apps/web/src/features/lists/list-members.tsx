import type { Account, List } from '@roost/contracts';
import { Button, Skeleton, TextField } from '@roost/ui';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { api } from '../../api/client.js';
import { failureSentence, FailureWords } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { PeopleRows } from '../people/account-list.js';
import { nameOf } from '../people/account-name.js';
import { membersQuery, setMember } from './lists-query.js';
import styles from './lists.module.css';

/** Who is on a list, and the way to put others on it whom one follows. */
export function ListMembers({ list }: { list: List }) {
  const t = useText();
  const heading = useId();
  const [wanted, setWanted] = useState('');
  const members = useQuery(membersQuery(list.id));
  const q = useDeferredValue(wanted.trim());
  const found = useQuery({
    queryKey: ['accounts-followed', q],
    queryFn: ({ signal }) => api.get<Account[]>('/api/v1/accounts/search', { query: { q, following: true, limit: 8 }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const known = new Set(members.data?.map((account) => account.id));
  const others = q === '' ? [] : (found.data ?? []).filter((account) => !known.has(account.id));
  return (
    <section className={`sheet flat ${styles.sheet}`} aria-labelledby={heading}>
      <h2 id={heading}>{t('lists.members')}</h2>
      <div className={styles.form}>
        <TextField
          label={t('lists.find')}
          hint={t('lists.findHint')}
          icon="search"
          type="search"
          autoComplete="off"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <p role="status" className="soft">
          {q !== '' && found.isSuccess && others.length === 0 && t('lists.nobody')}
        </p>
      </div>
      {others.length > 0 && (
        <div className={styles.people}>
          <PeopleRows
            people={others}
            label={t('lists.find')}
            actions={(account) => <Membership list={list} account={account} on={false} />}
          />
        </div>
      )}
      {members.isPending && <Skeleton label={t('lists.members')} rows={2} />}
      {members.error && !members.data && <FailureWords error={members.error} />}
      {members.data?.length === 0 && <p className="soft">{t('lists.noMembers')}</p>}
      {members.data && members.data.length > 0 && (
        <div className={styles.people}>
          <PeopleRows
            people={members.data}
            label={t('lists.members')}
            actions={(account) => <Membership list={list} account={account} on />}
          />
        </div>
      )}
    </section>
  );
}

/** Puts somebody on the list or takes them off. */
function Membership({ list, account, on }: { list: List; account: Account; on: boolean }) {
  const t = useText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const change = async () => {
    setBusy(true);
    try {
      await setMember(client, list.id, account.id, !on);
      toast({ words: textNow(on ? 'lists.removed' : 'lists.added', { name: nameOf(account), title: list.title }) });
    } catch (error) {
      toast({ tone: 'trouble', words: textNow('lists.notSaved', { reason: failureSentence(error) }) });
    }
    setBusy(false);
  };
  return (
    <Button size="small" busy={busy} onClick={() => void change()}>
      {t(on ? 'lists.remove' : 'lists.add')}
      <span className="vh"> {nameOf(account)}</span>
    </Button>
  );
}
