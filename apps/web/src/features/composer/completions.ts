import type { Account, TagSuggestion } from '@roost/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.js';
import type { CompletionToken } from './completion.js';
import { findEmoji } from './emoji.js';

export type Suggestion =
  | { kind: 'account'; key: string; insert: string; account: Account }
  | { kind: 'tag'; key: string; insert: string; uses: number | null }
  | { kind: 'emoji'; key: string; insert: string; label: string };

const most = 6;
const patience = 80;

/** What could be meant by the token at the caret: what is known here first, then what the server adds. */
export function useSuggestions(token: CompletionToken | null, locale: string): Suggestion[] {
  const client = useQueryClient();
  const [asked, setAsked] = useState<CompletionToken | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(token), patience);
    return () => clearTimeout(timer);
  }, [token]);
  const sign = token?.sign ?? null;
  const query = asked && asked.sign === sign ? asked.query.toLocaleLowerCase() : '';
  const { data } = useQuery({
    queryKey: ['completion', sign, query, sign === ':' ? locale : ''],
    queryFn: () => load(sign ?? '@', query, locale),
    enabled: token !== null && asked?.sign === sign,
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
  });
  if (!token) return [];
  const wanted = token.query.toLocaleLowerCase();
  const known = client.getQueryData<Suggestion[]>(['completion', sign, wanted, sign === ':' ? locale : '']) ?? data ?? [];
  const shown = known
    .map((entry) => (entry.kind === 'tag' && entry.uses === null ? { ...entry, insert: `#${token.query}` } : entry))
    .filter((entry) => entry.kind === 'emoji' || matches(entry, wanted))
    .filter((entry) => entry.kind !== 'emoji' || sign === ':')
    .slice(0, most);
  // A list of nothing but what is already typed would only catch the next Tab.
  return shown.every((entry) => entry.insert === token.sign + token.query) ? [] : shown;
}

function matches(entry: Exclude<Suggestion, { kind: 'emoji' }>, wanted: string): boolean {
  if (entry.kind === 'tag') return entry.insert.slice(1).toLocaleLowerCase().startsWith(wanted);
  const { account } = entry;
  return (
    account.acct.startsWith(wanted) ||
    account.display_name
      .toLocaleLowerCase()
      .split(/\s+/u)
      .some((part) => part.startsWith(wanted))
  );
}

async function load(sign: CompletionToken['sign'], query: string, locale: string): Promise<Suggestion[]> {
  if (sign === ':')
    return (await findEmoji(query, locale, most)).map((emoji) => ({
      kind: 'emoji',
      key: emoji.unicode,
      insert: emoji.unicode,
      label: emoji.label,
    }));
  if (sign === '@') {
    const accounts = await api.get<Account[]>('/api/v1/accounts/search', { query: { q: query, limit: most } });
    return accounts.map((account) => ({ kind: 'account', key: account.id, insert: `@${account.acct}`, account }));
  }
  const tags = await api.get<TagSuggestion[]>('/api/roost/v1/tags/suggestions', { query: { q: query } });
  const found: Suggestion[] = tags
    .slice(0, most - 1)
    .map((tag) => ({ kind: 'tag', key: tag.name, insert: `#${tag.name}`, uses: tag.uses_today }));
  const isKnown = tags.some((tag) => tag.name.toLocaleLowerCase() === query);
  return isKnown || query === '' ? found : [...found, { kind: 'tag', key: `new ${query}`, insert: `#${query}`, uses: null }];
}
