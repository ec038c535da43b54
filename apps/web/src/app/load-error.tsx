import { Button, ErrorState } from '@roost/ui';
import { useRouter } from '@tanstack/react-router';
import { ApiError } from '../api/api-error.js';
import { FailureWords } from './common/failure.js';
import { NotFound } from './not-found.js';
import { useText } from '../i18n/use-text.js';

/** What a page shows when it could not load at all. */
export function LoadError({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useText();
  const router = useRouter();
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  return (
    <main id="main" tabIndex={-1}>
      <ErrorState
        level={1}
        title={t('error.title')}
        actions={
          <Button
            look="primary"
            icon="refresh"
            onClick={() => {
              reset();
              void router.invalidate();
            }}
          >
            {t('common.tryAgain')}
          </Button>
        }
      >
        <FailureWords error={error} />
      </ErrorState>
    </main>
  );
}
