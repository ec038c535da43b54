import type { Filter, FilterAction, FilterContext } from '@roost/contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export const filtersQuery = queryOptions({ queryKey: ['filters'], queryFn: () => api.get<Filter[]>('/api/v2/filters') });

/** A keyword in a form; one without an id is new. */
export interface KeywordDraft {
  id?: string;
  keyword: string;
  whole_word: boolean;
}

export interface FilterDraft {
  title: string;
  context: FilterContext[];
  filter_action: FilterAction;
  /** Seconds from now, null for never; left out it stays as it is. */
  expires_in?: number | null;
  keywords: KeywordDraft[];
}

/** Makes a filter, or changes one: keywords that are gone from the draft are gone from the filter. */
export async function saveFilter(client: QueryClient, draft: FilterDraft, before: Filter | null): Promise<void> {
  const { keywords, ...fields } = draft;
  const kept = keywords.filter(({ keyword }) => keyword.trim() !== '');
  const dropped = (before?.keywords ?? []).filter(({ id }) => !kept.some((one) => one.id === id));
  const body = { ...fields, keywords_attributes: [...kept, ...dropped.map(({ id }) => ({ id, _destroy: true }))] };
  if (before) await api.put(`/api/v2/filters/${before.id}`, { body });
  else await api.post('/api/v2/filters', { body });
  await afterwards(client);
}

export async function deleteFilter(client: QueryClient, filter: Filter): Promise<void> {
  await api.delete(`/api/v2/filters/${filter.id}`);
  await afterwards(client);
}

/** What the filters say of posts is asked for again by whatever shows posts next. */
async function afterwards(client: QueryClient): Promise<void> {
  void client.invalidateQueries({ queryKey: ['statuses'] });
  await client.invalidateQueries({ queryKey: filtersQuery.queryKey });
}
