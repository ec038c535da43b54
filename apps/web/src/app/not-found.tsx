import { buttonClass, EmptyState } from '@roost/ui';
import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.js';

/** A page of its own for an address that leads nowhere. */
export function NotFound() {
  return (
    <main id="main" tabIndex={-1}>
      <NotFoundWords level={1} />
    </main>
  );
}

/** The same inside a page that stands. */
export function NotFoundWords({ level }: { level: 1 | 2 }) {
  const t = useText();
  return (
    <EmptyState
      level={level}
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
  );
}
