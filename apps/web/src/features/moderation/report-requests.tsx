import { lazy, Suspense } from 'react';
import { useStore } from '../../app/common/store.js';
import { reportRequests } from '../../app/shell/report-request.js';
import { loadTexts } from '../../i18n/catalogues.js';

const ReportDialog = lazy(async () => {
  const [file] = await Promise.all([import('./report-dialog.js'), loadTexts('pages')]);
  return { default: file.ReportDialog };
});

/** Opens the dialog for whoever asks to report somebody, wherever they are. */
export function ReportRequests() {
  const request = useStore(reportRequests);
  return request === null ? null : (
    <Suspense fallback={null}>
      <ReportDialog request={request} onClose={() => reportRequests.set(null)} />
    </Suspense>
  );
}
