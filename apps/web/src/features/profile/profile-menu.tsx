import type { Account, Relationship } from '@roost/contracts';
import { MenuButton, type MenuGroup } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../app/session.js';
import { requestComposer } from '../../app/shell/compose-request.js';
import { reportRequests } from '../../app/shell/report-request.js';
import { toast } from '../../app/common/toasts.js';
import { useText } from '../../i18n/use-text.js';
import { MembershipDialog } from '../lists/membership-dialog.js';
import { BlockDialog } from '../people/block-dialog.js';
import { MuteDialog } from '../people/mute-dialog.js';
import { relate } from '../people/relate.js';

interface ProfileMenuProps {
  account: Account;
  relationship: Relationship | undefined;
}

/** Copy the handle, write to, mute, block, remove, report. */
export function ProfileMenu({ account, relationship }: ProfileMenuProps) {
  const t = useText();
  const client = useQueryClient();
  const { account: me } = useSession();
  const [open, setOpen] = useState<'mute' | 'block' | 'lists' | null>(null);
  const own = me.id === account.id;

  const copyHandle = () => {
    navigator.clipboard.writeText(`@${account.acct}`).then(
      () => toast({ words: t('profile.handleCopied') }),
      () => toast({ words: t('post.copyRefused'), tone: 'trouble' }),
    );
  };
  const groups = (): MenuGroup[] => {
    const list: MenuGroup[] = [{ items: [{ id: 'copy', icon: 'copy', label: t('profile.copyHandle'), onAction: copyHandle }] }];
    if (own || !relationship) return list;
    if (!account.suspended && !relationship.blocking && !relationship.blocked_by) {
      list[0]?.items.unshift({
        id: 'mention',
        icon: 'at',
        label: t('profile.mention', { handle: account.acct }),
        onAction: () => requestComposer({ text: `@${account.acct} ` }),
      });
    }
    if (relationship.following)
      list[0]?.items.push({ id: 'lists', icon: 'list', label: t('lists.membership'), onAction: () => setOpen('lists') });
    list.push({
      items: [
        relationship.muting
          ? { id: 'unmute', icon: 'eye', label: t('people.unmute'), onAction: () => void relate(client, account, 'unmute') }
          : { id: 'mute', icon: 'eyeoff', label: t('profile.mute'), onAction: () => setOpen('mute') },
        ...(relationship.followed_by
          ? [
              {
                id: 'remove',
                icon: 'x' as const,
                label: t('profile.removeFollower'),
                onAction: () => void relate(client, account, 'remove_from_followers'),
              },
            ]
          : []),
        relationship.blocking
          ? { id: 'unblock', icon: 'ban', label: t('people.unblock'), onAction: () => void relate(client, account, 'unblock') }
          : { id: 'block', icon: 'ban', label: t('profile.block'), danger: true, onAction: () => setOpen('block') },
        { id: 'report', icon: 'flag', label: t('post.report'), onAction: () => reportRequests.set({ account, statusId: null }) },
      ],
    });
    return list;
  };
  return (
    <>
      <MenuButton label={t('profile.more')} groups={groups} placement="bottom end" />
      {open === 'mute' && <MuteDialog account={account} onClose={() => setOpen(null)} />}
      {open === 'lists' && <MembershipDialog account={account} onClose={() => setOpen(null)} />}
      {open === 'block' && <BlockDialog account={account} onClose={() => setOpen(null)} />}
    </>
  );
}
