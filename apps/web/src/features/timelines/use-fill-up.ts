import { useEffect } from 'react';

interface Pages {
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Goes on loading while filters leave nothing of what came: the end of a list is only where the server says so. */
export function useFillUp(isEmpty: boolean, { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage }: Pages): void {
  const goOn = isEmpty && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
}
