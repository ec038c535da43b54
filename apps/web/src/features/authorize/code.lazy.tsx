import { ErrorState } from '@roost/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { EntranceFrame } from '../sign-in/entrance-frame.js';
import styles from './authorize.module.css';

export const Route = createLazyRoute('/oauth/authorize/native')({ component: CodePage });

/** Shows the code to paste into an app that has no address. Nothing but what looks like one of ours: links can be made by anybody. */
function CodePage() {
  const t = useText();
  const { code = '' } = Route.useSearch();
  if (!/^[\w-]{43}$/u.test(code)) {
    return (
      <EntranceFrame title={t('authorize.cannot')}>
        <ErrorState title={t('authorize.noCode')} />
      </EntranceFrame>
    );
  }
  return (
    <EntranceFrame title={t('authorize.codeTitle')} lead={t('authorize.codeLead')}>
      <output className={styles.code} tabIndex={0} aria-label={t('authorize.code')}>
        {code}
      </output>
    </EntranceFrame>
  );
}
