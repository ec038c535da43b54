import type { Condition, Query } from './query.js';

/**
 * The query without its outright conditions of these kinds, alone or joined by OR: what else could be chosen instead of them.
 * @returns null when nothing was taken away, or nothing would be left
 */
export function loosenQuery(query: Query, kinds: readonly Condition['kind'][]): Query | null {
  const parts = query.kind === 'all' ? query.parts : [query];
  const rest = parts.filter((part) => !isOfKinds(part, kinds));
  const [only] = rest;
  if (only === undefined || rest.length === parts.length) return null;
  return rest.length === 1 ? only : { kind: 'all', parts: rest };
}

function isOfKinds(query: Query, kinds: readonly Condition['kind'][]): boolean {
  if (query.kind === 'any') return query.parts.every((part) => isOfKinds(part, kinds));
  return query.kind !== 'all' && query.kind !== 'not' && kinds.includes(query.kind);
}
