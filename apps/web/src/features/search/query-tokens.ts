/** A stretch of a query as it was typed, in UTF-16 units. */
export interface QueryToken {
  text: string;
  start: number;
  end: number;
  /** An operator such as `from:tom`, drawn as a removable token; the rest is text. */
  operator: boolean;
  negated: boolean;
}

const operators = /^-?(?:from|to|tag|in|since|until|has|is|lang):\S/iu;
const piece = /-?(?:"[^"]*"?|“[^”]*”?|«[^»]*»?|[a-z]+:"[^"]*"?|\S+)/giu;

/** Cuts a query into its words, quotations and operators, as the server does. */
export function queryTokens(query: string): QueryToken[] {
  return [...query.matchAll(piece)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    operator: operators.test(match[0]),
    negated: match[0].startsWith('-') && match[0].length > 1,
  }));
}

/** The query without one of its stretches, and without the hole it leaves. */
export function without(query: string, { start, end }: Pick<QueryToken, 'start' | 'end'>): string {
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}

/** The query with a stretch replaced. */
export function withInstead(query: string, { start, end }: Pick<QueryToken, 'start' | 'end'>, text: string): string {
  return query.slice(0, start) + text + query.slice(end);
}
