import { Button, ErrorState } from '@roost/ui';
import { useText } from '../../i18n/use-text.js';
import { FailureWords } from './failure.js';

interface LoadFailureProps {
  /** What did not load, as a sentence. */
  title: string;
  query: { error: Error | null; refetch: () => Promise<unknown> };
}

/** In the place of a list that did not load: what failed, why, and another try. */
export function LoadFailure({ title, query }: LoadFailureProps) {
  const t = useText();
  return (
    <ErrorState
      title={title}
      actions={
        <Button look="primary" icon="refresh" onClick={() => void query.refetch()}>
          {t('common.tryAgain')}
        </Button>
      }
    >
      <FailureWords error={query.error} />
    </ErrorState>
  );
}
