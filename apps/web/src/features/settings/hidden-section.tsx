import type { Account } from '@roost/contracts';
import { Button } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fullDate } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { AccountList } from '../people/account-list.js';
import { nameOf } from '../people/account-name.js';
import { FollowButton } from '../people/follow-button.js';
import { relate } from '../people/relate.js';
import { relationshipQuery } from '../relationships/follow-account.js';
import { Section } from './section.js';
import styles from './settings.module.css';

/** Whom the person does not want to read. Those who are let back in stay in the list until it is left, so that a slip can be undone. */
export function HiddenSection() {
  const t = useText();
  const { i18n } = useLingui();
  return (
    <>
      <Section title={t('settings.hidden.muted')}>
        <div className={styles.list}>
          <AccountList
            cacheKey={['mutes']}
            path="/api/v1/mutes"
            label={t('settings.hidden.muted')}
            empty={<p className={`soft ${styles.section}`}>{t('settings.hidden.noMuted')}</p>}
            actions={(account) => <Back account={account} verb="unmute" />}
            words={(account) =>
              account.mute_expires_at
                ? t('people.mutedUntil', { time: fullDate(new Date(account.mute_expires_at), i18n.locale) })
                : t('people.mutedForGood')
            }
          />
        </div>
      </Section>
      <Section title={t('settings.hidden.blocked')}>
        <div className={styles.list}>
          <AccountList
            cacheKey={['blocks']}
            path="/api/v1/blocks"
            label={t('settings.hidden.blocked')}
            empty={<p className={`soft ${styles.section}`}>{t('settings.hidden.noBlocked')}</p>}
            actions={(account) => <Back account={account} verb="unblock" />}
          />
        </div>
      </Section>
    </>
  );
}

function Back({ account, verb }: { account: Account; verb: 'unmute' | 'unblock' }) {
  const t = useText();
  const client = useQueryClient();
  const { data: relationship } = useQuery({ ...relationshipQuery(account.id), enabled: false });
  const still = verb === 'unmute' ? relationship?.muting !== false : relationship?.blocking !== false;
  if (!still) return verb === 'unblock' ? <FollowButton account={account} small batched /> : null;
  return (
    <Button size="small" onClick={() => void relate(client, account, verb)}>
      {t(verb === 'unmute' ? 'people.unmute' : 'people.unblock')}
      <span className="vh"> {nameOf(account)}</span>
    </Button>
  );
}
