/** A stretch of a query as it was typed, in UTF-16 units. */
export interface QueryToken {
  text: string;
  start: number;
  end: number;
  /** An operator such as `from:tom`, drawn as a removable token; the rest is text. */
  operator: boolean;
  /** An OR between two operators: it stays with them. */
  joins: boolean;
  negated: boolean;
}

type Place = Pick<QueryToken, 'start' | 'end'>;

const operators = /^-?(?:from|to|tag|in|since|until|has|is|lang):\S/iu;
const piece = /-?(?:"[^"]*"?|“[^”]*”?|«[^»]*»?|[a-z]+:"[^"]*"?|\S+)/giu;

/**
 * Cuts a query into its words, quotations and operators, as the server does. An operator that OR joins to a word is text like it:
 * apart they would mean something else.
 */
export function queryTokens(query: string): QueryToken[] {
  const pieces = [...query.matchAll(piece)];
  const isOr = (index: number) => pieces[index]?.[0] === 'OR';
  const isOperator = (index: number) => operators.test(pieces[index]?.[0] ?? '');
  const chained = (index: number, step: 1 | -1): boolean =>
    !isOr(index + step) || (isOperator(index + 2 * step) && chained(index + 2 * step, step));
  const alone = (index: number) => isOperator(index) && chained(index, 1) && chained(index, -1);
  return pieces.map((match, index) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    operator: alone(index),
    joins: isOr(index) && alone(index - 1) && alone(index + 1),
    negated: match[0].startsWith('-') && match[0].length > 1,
  }));
}

/** The query without one of its stretches, and without the hole it leaves or the OR that joined it. */
export function without(query: string, place: Place): string {
  const tokens = queryTokens(query);
  const index = tokens.findIndex((token) => token.start === place.start);
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const start = before?.joins && !after?.joins ? before.start : place.start;
  const end = after?.joins ? after.end : place.end;
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}

/** The query with a stretch replaced. */
export function withInstead(query: string, { start, end }: Place, text: string): string {
  return query.slice(0, start) + text + query.slice(end);
}

/** The parts of a query that stand as tokens, and the words that stay in the field. */
export function apart(query: string, wrong?: Place): { tokens: QueryToken[]; words: string } {
  const all = queryTokens(query);
  const isToken = (token: QueryToken) => token.operator || token.joins || token.start === wrong?.start;
  return {
    tokens: all.filter(isToken),
    words: all
      .filter((token) => !isToken(token))
      .map((token) => token.text)
      .join(' '),
  };
}

/** One text again. The words come last: the last one is also looked for as a beginning. */
export function together(tokens: readonly Pick<QueryToken, 'text'>[], words: string): string {
  return [...tokens.map((token) => token.text), words.trim()].filter(Boolean).join(' ');
}
