import { ApiError } from '../../api/api-error.js';
import { clock } from '../../i18n/format.js';
import type { MessageId } from '../../i18n/messages.js';
import { Rich, textNow, useText, type Text } from '../../i18n/use-text.js';
import { useLingui } from '@lingui/react';

/** One sentence about a failure: the server's own for refusals it explains, ours for silence and breakdowns. */
export function failureSentence(error: unknown, t: Text = textNow): string {
  return t(failureId(error)) || '';
}

function failureId(error: unknown): MessageId {
  if (!navigator.onLine) return 'error.offline';
  if (!(error instanceof ApiError) || error.status === 0) return 'error.late';
  if (error.status === 429) return 'error.rate';
  if (error.status === 403) return 'error.forbidden';
  return 'error.server';
}

/** What failed in words, with the reference that finds it in the logs. */
export function FailureWords({ error }: { error: unknown }) {
  const t = useText();
  const { i18n } = useLingui();
  return (
    <>
      <p>{failureSentence(error, t)}</p>
      {error instanceof ApiError && error.requestId && (
        <p className="small muted">
          <Rich
            id="error.reference"
            values={{ id: error.requestId.slice(0, 13), time: clock(new Date(), i18n.locale) }}
            parts={{ 0: <span className="mono" /> }}
          />
        </p>
      )}
    </>
  );
}
