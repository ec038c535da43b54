import type { Account } from '@roost/contracts';
import { Badge } from '@roost/ui';
import { useText } from '../../i18n/use-text.js';

/** What kind of account it is, in words: automated, approving its followers, suspended. */
export function AccountCues({ account }: { account: Account }) {
  const t = useText();
  return (
    <>
      {account.suspended && (
        <Badge tone="brick" icon="ban">
          {t('people.suspended')}
        </Badge>
      )}
      {account.bot && <Badge icon="gear">{t('people.bot')}</Badge>}
      {account.locked && !account.suspended && <Badge icon="lock">{t('people.locked')}</Badge>}
    </>
  );
}
