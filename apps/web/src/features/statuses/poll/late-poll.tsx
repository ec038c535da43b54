import type { Poll, Status } from '@roost/contracts';
import { lazy, Suspense } from 'react';
import { loadTexts } from '../../../i18n/catalogues.js';

/** Polls are rare: they come, with their texts, when there is one to show. */
const PostPoll = lazy(async () => {
  const [file] = await Promise.all([import('./post-poll.js'), loadTexts('pages')]);
  return { default: file.PostPoll };
});

/** A poll, with its place kept until it is here. */
export function LatePoll({ status, poll }: { status: Status; poll: Poll }) {
  return (
    <Suspense fallback={<div style={{ minHeight: `${poll.options.length * 2.75 + 4}rem` }} />}>
      <PostPoll status={status} poll={poll} />
    </Suspense>
  );
}
