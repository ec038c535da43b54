import { buttonClass } from '@roost/ui';
import { useText } from '../../i18n/use-text.js';
import { EntranceFrame } from '../sign-in/entrance-frame.js';

/** What stays behind when an app was opened from a page, and the way there for browsers that open none by themselves. */
export function OpenedApp({ address }: { address: string }) {
  const t = useText();
  return (
    <EntranceFrame title={t('authorize.opened')} lead={t('authorize.openedLead')}>
      <p>
        <a className={buttonClass('line')} href={address}>
          {t('authorize.open')}
        </a>
      </p>
    </EntranceFrame>
  );
}
