import { apart, queryTokens, together, without, type QueryToken } from './query-tokens.js';

const same = (token: QueryToken, text: string) =>
  token.operator && token.text.toLowerCase().replace(/^(-?(?:from|to):)@/u, '$1') === text.toLowerCase();

/** Whether an operator stands in the query by itself or among others that OR joins. */
export function holds(query: string, operator: string): boolean {
  return queryTokens(query).some((token) => same(token, operator));
}

/** Adds an operator, or takes it away: all of them must hold together. */
export function toggled(query: string, operator: string): string {
  const there = queryTokens(query).find((token) => same(token, operator));
  return there ? without(query, there) : together([{ text: operator }], query);
}

/** The same where one value excludes the others: a second one is joined to the first by OR. */
export function toggledChoice(query: string, operator: string): string {
  if (holds(query, operator)) return toggled(query, operator);
  const name = operator.slice(0, operator.indexOf(':') + 1);
  const last = queryTokens(query).findLast((token) => token.operator && token.text.toLowerCase().startsWith(name));
  return last ? `${query.slice(0, last.end)} OR ${operator}${query.slice(last.end)}` : toggled(query, operator);
}

export interface Days {
  since: string | null;
  until: string | null;
}

/** The days that the query is limited to. */
export function daysOf(query: string): Days {
  const value = (name: string) =>
    queryTokens(query)
      .findLast((token) => token.operator && token.text.toLowerCase().startsWith(name))
      ?.text.slice(name.length) ?? null;
  return { since: value('since:'), until: value('until:') };
}

/** The query limited to other days, or to none. */
export function withDays(query: string, { since, until }: Days): string {
  const { tokens, words } = apart(query);
  let rest = together(tokens, words);
  for (;;) {
    const day = queryTokens(rest).find((token) => token.operator && /^(?:since|until):/iu.test(token.text));
    if (!day) break;
    rest = without(rest, day);
  }
  const days = [since && `since:${since}`, until && `until:${until}`].flatMap((text) => (text ? [{ text }] : []));
  return together(days, rest);
}
