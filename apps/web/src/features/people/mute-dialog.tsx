import type { Account } from '@roost/contracts';
import { Button, Checkbox, Dialog, RadioGroup } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { nameOf } from './account-name.js';
import { relate } from './relate.js';

const durations = { hour: 3600, day: 86_400, week: 604_800, month: 2_592_000, good: 0 } as const;
type Duration = keyof typeof durations;

/** Asks for how long, and whether their notifications go too. */
export function MuteDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const [length, setLength] = useState<Duration>('day');
  const [notifications, setNotifications] = useState(true);
  return (
    <Dialog open title={t('people.mute.title', { name: nameOf(account) })} onClose={onClose} closeLabel={t('common.close')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void relate(client, account, 'mute', { duration: durations[length], notifications });
        }}
      >
        <p className="soft">{t('people.mute.words')}</p>
        <RadioGroup
          label={t('people.mute.howLong')}
          name="length"
          value={length}
          onChange={setLength}
          options={(Object.keys(durations) as Duration[]).map((value) => ({ value, label: t(`people.mute.${value}`) }))}
        />
        <Checkbox
          label={t('people.mute.notifications')}
          checked={notifications}
          onChange={(event) => setNotifications(event.target.checked)}
        />
        <div className="row wrap" style={{ justifyContent: 'flex-end' }}>
          <Button look="quiet" onClick={onClose}>
            {t('people.cancel')}
          </Button>
          <Button look="primary" type="submit">
            {t('people.mute.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
