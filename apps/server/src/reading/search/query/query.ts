export const PLACES = ['home', 'company', 'bookmarks', 'favourites', 'mentions', 'direct'] as const;
export type Place = (typeof PLACES)[number];

export const PARTS = ['image', 'link', 'alt', 'media'] as const;
export type Part = (typeof PARTS)[number];

export const KINDS = ['official', 'reply', 'boost', 'sensitive'] as const;
export type Kind = (typeof KINDS)[number];

/** A word, found in every form that a stem covers; with `prefix` also as the beginning of a longer one. */
export interface WordQuery {
  kind: 'word';
  word: string;
  prefix: boolean;
}

/** Words next to each other. With `strict` the text stands there sign by sign, accents and case apart: codes, addresses, smileys. */
export interface PhraseQuery {
  kind: 'phrase';
  text: string;
  strict: boolean;
}

/** One condition on a status. Handles, tags and languages are in the form in which they are stored; days are `YYYY-MM-DD` in UTC. */
export type Condition =
  | WordQuery
  | PhraseQuery
  /** `me` is whoever asks. */
  | { kind: 'from'; handle: string }
  | { kind: 'to'; handle: string }
  | { kind: 'tag'; key: string }
  | { kind: 'in'; place: Place }
  | { kind: 'since'; day: string }
  /** The day itself belongs to it. */
  | { kind: 'until'; day: string }
  | { kind: 'has'; part: Part }
  | { kind: 'is'; what: Kind }
  | { kind: 'lang'; code: string };

/** What a search asks, as a tree. SQL and memory read the same one. */
export type Query = Condition | { kind: 'not'; part: Query } | { kind: 'any'; parts: Query[] } | { kind: 'all'; parts: Query[] };

/** Every condition of a tree. */
export function conditionsOf(query: Query): Condition[] {
  if (query.kind === 'not') return conditionsOf(query.part);
  if (query.kind === 'any' || query.kind === 'all') return query.parts.flatMap(conditionsOf);
  return [query];
}

/** Boosts are listed only where they are asked for in so many words; everywhere else what was boosted stands for itself. */
export function asksForBoosts(query: Query): boolean {
  const parts = query.kind === 'all' ? query.parts : [query];
  return parts.some((part) => part.kind === 'is' && part.what === 'boost');
}
