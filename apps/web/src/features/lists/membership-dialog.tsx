import type { Account, List } from '@roost/contracts';
import { buttonClass, Checkbox, Dialog, Skeleton } from '@roost/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { failureSentence, FailureWords } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { nameOf } from '../people/account-name.js';
import { listsQuery, membershipQuery, setMember } from './lists-query.js';

/** On which of the reader's lists somebody is; each acts at once. */
export function MembershipDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useText();
  const lists = useQuery(listsQuery);
  const membership = useQuery(membershipQuery(account.id));
  const problem = lists.error ?? membership.error;
  const on = new Set(membership.data?.map((list) => list.id));
  return (
    <Dialog open title={t('lists.membership.title', { name: nameOf(account) })} onClose={onClose} closeLabel={t('common.close')}>
      {(lists.isPending || membership.isPending) && <Skeleton label={t('nav.lists')} rows={2} />}
      {problem && <FailureWords error={problem} />}
      <div className="stack">
        {membership.data &&
          lists.data?.map((list) => <Choice key={list.id} list={list} account={account} on={on.has(list.id)} />)}
        {lists.data?.length === 0 && <p className="soft">{t('lists.none')}</p>}
        <Link to="/lists" className={buttonClass('line')} onClick={onClose}>
          {t('nav.lists')}
        </Link>
      </div>
    </Dialog>
  );
}

function Choice({ list, account, on }: { list: List; account: Account; on: boolean }) {
  const client = useQueryClient();
  const [wish, setWish] = useState<boolean | null>(null);
  const change = async (wanted: boolean) => {
    setWish(wanted);
    try {
      await setMember(client, list.id, account.id, wanted);
    } catch (error) {
      toast({ tone: 'trouble', words: textNow('lists.notSaved', { reason: failureSentence(error) }) });
    }
    setWish(null);
  };
  return (
    <Checkbox
      label={list.title}
      checked={wish ?? on}
      disabled={wish !== null}
      onChange={(event) => void change(event.target.checked)}
    />
  );
}
