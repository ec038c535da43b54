import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useStore } from '../../app/common/store.js';
import { useSession } from '../../app/session.js';
import { composeRequests, takeComposeRequests } from '../../app/shell/compose-request.js';
import { sweepDrafts } from './draft.js';

const ComposeDialog = lazy(() => import('./compose-dialog.js'));

/** Keeps the outbox running and answers requests to write: a page of its own on phones, a dialog elsewhere. */
export function ComposeRequests() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { account } = useSession();
  const open = useStore(composeRequests, (request) => request !== null);
  // What waits from an earlier visit leaves after the first paint; nothing can be added before the composer is there.
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void import('./outbox-runner.js').then(({ startOutbox }) => {
      if (!gone) stop = startOutbox(client, account.id);
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [client, account.id]);
  useEffect(() => sweepDrafts(), []);
  useEffect(
    () =>
      takeComposeRequests(({ replyTo, edit }) => {
        if (edit || !matchMedia('(max-width: 40rem)').matches) return false;
        void navigate({ to: '/compose', search: replyTo ? { reply: replyTo.id } : {} });
        return true;
      }),
    [navigate],
  );
  return open ? (
    <Suspense fallback={null}>
      <ComposeDialog />
    </Suspense>
  ) : null;
}
