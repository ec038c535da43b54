import { buttonClass, EmptyState } from '@roost/ui';
import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.js';

export function NotFound() {
  const t = useText();
  return (
    <main id="main" tabIndex={-1}>
      <EmptyState
        level={1}
        icon="help"
        title={t('notFound.title')}
        actions={
          <Link to="/" className={buttonClass('line')}>
            {t('notFound.home')}
          </Link>
        }
      >
        <p>{t('notFound.words')}</p>
      </EmptyState>
    </main>
  );
}
