import type { Search } from '@roost/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.js';
import { useText } from '../../i18n/use-text.js';
import { nameOf } from '../people/account-name.js';
import type { Command } from './commands.js';

const most = 5;
const patience = 120;

/** People and tags by what was typed, and the search for it. */
export function useFound(typed: string): Command[] {
  const t = useText();
  const navigate = useNavigate();
  const text = typed.trim();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), patience);
    return () => clearTimeout(timer);
  }, [text]);
  const plain = asked.replace(/^[@#]/u, '');
  const { data } = useQuery({
    queryKey: ['palette', plain],
    queryFn: async ({ signal }) => {
      const [{ accounts }, { hashtags }] = (await Promise.all(
        (['accounts', 'hashtags'] as const).map((type) =>
          api.get<Search>('/api/v2/search', { query: { q: plain, type, limit: most }, signal }),
        ),
      )) as [Search, Search];
      return { accounts, hashtags };
    },
    enabled: plain !== '',
    placeholderData: keepPreviousData,
  });
  if (text === '') return [];
  const found = plain === '' ? undefined : data;
  const search: Command = {
    id: 'search-for',
    group: 'do',
    icon: 'search',
    words: t('palette.searchFor', { words: text }),
    run: () => void navigate({ to: '/search', search: { q: text } }),
  };
  return [
    // Whoever writes the sign means the person or the tag.
    ...(/^[@#]/u.test(text) ? [] : [search]),
    ...(found?.accounts ?? []).map((account): Command => ({
      id: `account-${account.id}`,
      group: 'people',
      icon: account.roost.official ? 'megaphone' : 'user',
      words: nameOf(account),
      note: account.roost.official ? `@${account.acct} · ${t('post.officialWord')}` : `@${account.acct}`,
      run: () => void navigate({ to: '/@{$handle}', params: { handle: account.acct } }),
    })),
    ...(found?.hashtags ?? []).map((tag): Command => ({
      id: `tag-${tag.name}`,
      group: 'tags',
      icon: 'hash',
      words: tag.roost.written,
      run: () => void navigate({ to: '/tag/$tag', params: { tag: tag.roost.written } }),
    })),
  ];
}
