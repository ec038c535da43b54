import { Button, EmptyState, ErrorState } from '@roost/ui';
import { ApiError } from '../../api/api-error.js';
import { FailureWords } from '../../app/common/failure.js';
import { Rich, useText } from '../../i18n/use-text.js';
import { withInstead, without } from './query-tokens.js';

interface SearchProblemProps {
  error: unknown;
  query: string;
  onSearch: (query: string) => void;
  onRetry: () => void;
}

/** The stretch of the query that the server could not read, if that was the trouble. */
export function placeOf(error: unknown): { start: number; end: number } | undefined {
  if (!(error instanceof ApiError) || !error.code.startsWith('search.')) return undefined;
  const [start, end] = [error.details['start'], error.details['end']];
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}

/** Why the server could not search, and the cure it names as a button. */
export function SearchProblem({ error, query, onSearch, onRetry }: SearchProblemProps) {
  const t = useText();
  if (!(error instanceof ApiError) || !error.code.startsWith('search.')) {
    return (
      <ErrorState
        title={t('search.failed')}
        actions={
          <Button look="primary" icon="refresh" onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        }
      >
        <FailureWords error={error} />
      </ErrorState>
    );
  }
  const said = (name: string) => {
    const value = error.details[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const place = { start: Number(error.details['start']), end: Number(error.details['end']) };
  const token = query.slice(place.start, place.end);
  const sign = token.startsWith('-') ? '-' : '';
  const code = <code />;
  if (error.code === 'search.unknown_operator' || error.code === 'search.bad_value') {
    const unknown = error.code === 'search.unknown_operator';
    const value = token.slice(token.indexOf(':') + 1);
    const nearest = said('nearest');
    const better = nearest && (unknown ? `${sign}${nearest}:${value}` : `${sign}${said('operator')}:${nearest}`);
    return (
      <EmptyState
        icon="search"
        title={t('search.wrong')}
        actions={
          <>
            {better && (
              <Button look="primary" onClick={() => onSearch(withInstead(query, place, better))}>
                {t('search.problem.use', { word: better })}
              </Button>
            )}
            {unknown && (
              <Button onClick={() => onSearch(withInstead(query, place, `${sign}"${token.replace(/^-/u, '')}"`))}>
                {t('search.problem.quote')}
              </Button>
            )}
            <Button look="quiet" onClick={() => onSearch(without(query, place))}>
              {t('search.problem.drop')}
            </Button>
          </>
        }
      >
        <p>
          <Rich
            id={unknown ? 'search.problem.unknown' : 'search.problem.value'}
            values={{ operator: said('operator'), value: said('value') }}
            parts={{ 0: code, 1: code }}
          />
        </p>
      </EmptyState>
    );
  }
  const id =
    error.code === 'search.too_long'
      ? 'search.problem.long'
      : error.code === 'search.too_complex'
        ? 'search.problem.complex'
        : 'search.problem.broad';
  return (
    <EmptyState icon="search" title={t('search.wrong')}>
      <p>{t(id, { limit: said('limit') })}</p>
    </EmptyState>
  );
}
