import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { announcementsQuery } from './announcements-query.js';

/** Most days there is nothing to announce, and then nothing to load. */
const Announcements = lazy(() => import('./announcements.js').then((file) => ({ default: file.Announcements })));

/** Where announcements stand, as long as one waits to be read. */
export function AnnouncementsPlace() {
  const { data = [] } = useQuery(announcementsQuery);
  if (data.every((announcement) => announcement.read)) return null;
  return (
    <Suspense fallback={null}>
      <Announcements />
    </Suspense>
  );
}
