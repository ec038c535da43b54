import type { Status } from '@roost/contracts';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useChannel } from '../../live/channels.js';
import { onPublished } from '../../live/query-cache.js';
import { newerPosts, postsFoundQuery } from './search-query.js';

const every = 30_000;
/** Posts come in bursts: one question for all of them, and none too soon after the last. */
const settle = 1_000;
const atMostEvery = 10_000;

/** What fits and was posted since the list was loaded: asked for when something was posted, else twice a minute while one looks. */
export function useNewer(query: string, posts: readonly Status[], ready: boolean) {
  const client = useQueryClient();
  const [newer, setNewer] = useState<Status[]>([]);
  const newest = posts[0]?.id ?? '0';
  useChannel('company');
  useEffect(() => {
    if (!ready) return undefined;
    let soon: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    let asked = 0;
    const ask = () => {
      if (document.visibilityState !== 'visible') return;
      asked = Date.now();
      newerPosts(query, newest)
        .then((found) => !gone && setNewer(found))
        // The next time asks again; the list itself stands.
        .catch(() => undefined);
    };
    const hear = () => {
      const wait = Math.max(settle, asked + atMostEvery - Date.now());
      soon ??= setTimeout(() => {
        soon = undefined;
        ask();
      }, wait);
    };
    const stop = onPublished(hear);
    const timer = setInterval(ask, every);
    document.addEventListener('visibilitychange', ask);
    return () => {
      gone = true;
      stop();
      clearTimeout(soon);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [query, newest, ready]);
  const show = () => {
    client.setQueryData<InfiniteData<Status[], string | null>>(
      postsFoundQuery(query).queryKey,
      (before) => before && { pages: [newer, ...before.pages], pageParams: [null, ...before.pageParams] },
    );
    void client.invalidateQueries({ queryKey: ['search', 'facets', query] });
    setNewer([]);
  };
  return { count: newer.length, show };
}
