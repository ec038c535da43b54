import { announcements } from './announce.js';
import { useStore } from './store.js';

/** The page's one polite live region. A new node for each announcement, so that equal words are said again. */
export function LiveRegion() {
  const { words, times } = useStore(announcements);
  return (
    <div className="vh" role="status" aria-live="polite" aria-atomic="true">
      <span key={times}>{words}</span>
    </div>
  );
}
