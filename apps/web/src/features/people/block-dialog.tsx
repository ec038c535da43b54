import type { Account } from '@roost/contracts';
import { ConfirmDialog } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../../i18n/use-text.js';
import { nameOf } from './account-name.js';
import { relate } from './relate.js';

/** Asks before a block, which ends following in both directions. */
export function BlockDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  return (
    <ConfirmDialog
      open
      title={t('people.block.title', { name: nameOf(account) })}
      confirmLabel={t('people.block.confirm')}
      cancelLabel={t('people.cancel')}
      onCancel={onClose}
      onConfirm={() => {
        onClose();
        void relate(client, account, 'block');
      }}
    >
      <p>{t('people.block.words')}</p>
    </ConfirmDialog>
  );
}
