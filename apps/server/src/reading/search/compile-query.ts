import { hasWords } from './query/matches.js';
import type { Condition, Kind, Part, Place, Query } from './query/query.js';

/** What names in a query stand for; a name that is missing stands for nothing, and matches nothing. */
export interface Names {
  viewerId: string;
  accounts: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
}

/** Values of a statement, in the order of their placeholders. Whatever somebody typed reaches PostgreSQL through here only. */
export class Parameters {
  readonly values: unknown[] = [];

  /** @returns the placeholder */
  add(value: unknown, type: 'bigint' | 'text' | 'date'): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

export interface Scope {
  names: Names;
  parameters: Parameters;
  viewer: string;
  /** Alias of the status whose words are meant: `s` itself, or `o`, the one that a boost `s` boosts. */
  content: 's' | 'o';
}

/** Turns a tree into a condition on the status `s`. Never null: what does not apply is false. */
export function compileQuery(query: Query, scope: Scope): string {
  switch (query.kind) {
    case 'not':
      return `not (${compileQuery(query.part, scope)})`;
    case 'any':
      return `(${query.parts.map((part) => compileQuery(part, scope)).join(' or ')})`;
    case 'all':
      return `(${query.parts.map((part) => compileQuery(part, scope)).join(' and ')})`;
    default:
      return compileCondition(query, scope);
  }
}

function compileCondition(condition: Condition, scope: Scope): string {
  const { names, parameters, viewer, content } = scope;
  switch (condition.kind) {
    case 'word':
      return word(condition.word, condition.prefix, scope);
    case 'phrase':
      return phrase(condition.text, condition.strict, scope);
    case 'from':
      return account(condition.handle, scope, (id) => `s.account_id = ${id}`);
    case 'to':
      return account(
        condition.handle,
        scope,
        (id) =>
          `(${content}.in_reply_to_account_id is not distinct from ${id} or exists (select 1 from status_mention tm where tm.status_id = ${content}.id and tm.account_id = ${id}))`,
      );
    case 'tag': {
      const id = names.tags.get(condition.key);
      if (id === undefined) return 'false';
      return `exists (select 1 from status_tag qt where qt.status_id = ${content}.id and qt.tag_id = ${parameters.add(id, 'bigint')})`;
    }
    case 'in':
      return place(condition.place, viewer, content);
    case 'since':
      return `s.created_at >= ${parameters.add(condition.day, 'date')}::timestamp at time zone 'utc'`;
    case 'until':
      return `s.created_at < (${parameters.add(condition.day, 'date')} + 1)::timestamp at time zone 'utc'`;
    case 'has':
      return PART[condition.part](content);
    case 'is':
      return KIND[condition.what](content);
    case 'lang':
      return `split_part(lower(coalesce(${content}.language, '')), '-', 1) = ${parameters.add(condition.code, 'text')}`;
  }
}

/** Any reading of the word: as it stands, by its English stem, by its French one. Index: status_search. */
function word(text: string, prefix: boolean, scope: Scope): string {
  const words = `roost_words(${scope.parameters.add(text, 'text')})`;
  const readings = ['simple', 'english', 'french'].map((language) => `plainto_tsquery('${language}', ${words})`);
  if (prefix) readings.push(`coalesce(to_tsquery('simple', nullif(replace(${words}, ' ', ' <-> '), '') || ':*'), ''::tsquery)`);
  return orAsItStands(`${scope.content}.search @@ (${readings.join(' || ')})`, readings[0] ?? '', text, scope);
}

/** Index: status_search; what the index found is looked at sign by sign where signs matter. */
function phrase(text: string, strict: boolean, scope: Scope): string {
  if (!hasWords(text)) return asItStands(text, '', scope);
  const asked = `roost_words(${scope.parameters.add(text, 'text')})`;
  const words = `phraseto_tsquery('simple', ${asked})`;
  const there = `roost_words(${scope.content}.spoiler_text || ' ' || ${scope.content}.text)`;
  // The index keeps stems beside words: to it, a phrase of one word is also any word with that stem.
  const adjacent = `(${scope.content}.search @@ ${words} and position(' ' || ${asked} || ' ' in ' ' || ${there} || ' ') > 0)`;
  if (!strict) return orAsItStands(adjacent, words, text, scope);
  return `((numnode(${words}) = 0 or ${adjacent}) and ${asItStands(text, 'roost_fold', scope)})`;
}

/** A script whose letters PostgreSQL takes for signs has no words: its text is compared. The planner drops this branch for all others. */
function orAsItStands(condition: string, words: string, text: string, scope: Scope): string {
  return `(${condition} or (numnode(${words}) = 0 and ${asItStands(text, 'roost_fold', scope)}))`;
}

/** @param fold a function of the database; none for signs, since unaccent would make EUR of a euro sign */
function asItStands(text: string, fold: string, { parameters, content }: Scope): string {
  const pattern = parameters.add(text.replace(/[\\%_]/g, '\\$&'), 'text');
  return `${fold}(${content}.spoiler_text || ' ' || ${content}.text) like '%' || ${fold}(${pattern}) || '%'`;
}

function account(handle: string, scope: Scope, condition: (id: string) => string): string {
  const id = accountId(handle, scope);
  return id === null ? 'false' : condition(id);
}

/** The placeholder of an account's id; null for a handle that nobody has. */
export function accountId(
  handle: string,
  { names, parameters, viewer }: Pick<Scope, 'names' | 'parameters' | 'viewer'>,
): string | null {
  if (handle === 'me') return viewer;
  const id = names.accounts.get(handle);
  return id === undefined ? null : parameters.add(id, 'bigint');
}

function place(where: Place, viewer: string, content: string): string {
  switch (where) {
    case 'home':
      return `(s.account_id = ${viewer} or exists (select 1 from follow qf where qf.account_id = ${viewer} and qf.target_id = s.account_id)
        or (s.visibility = 'public' and exists (select 1 from status_tag ht join tag_follow hf on hf.tag_id = ht.tag_id where ht.status_id = s.id and hf.account_id = ${viewer})))`;
    case 'company':
      return `(s.visibility = 'public' and s.boost_of_id is null)`;
    case 'bookmarks':
      return `exists (select 1 from bookmark qb where qb.account_id = ${viewer} and qb.status_id = ${content}.id)`;
    case 'favourites':
      return `exists (select 1 from favourite qv where qv.account_id = ${viewer} and qv.status_id = ${content}.id)`;
    case 'mentions':
      return `exists (select 1 from status_mention qm where qm.account_id = ${viewer} and qm.status_id = ${content}.id)`;
    case 'direct':
      return `${content}.visibility = 'direct'`;
  }
}

const PART: Record<Part, (content: string) => string> = {
  image: (content) => `${content}.has_media`,
  media: (content) => `${content}.has_media`,
  link: (content) => `${content}.entities @> '[{"type":"link"}]'`,
  alt: (content) =>
    `exists (select 1 from media qa where qa.status_id = ${content}.id and qa.position >= 0 and coalesce(qa.description, '') <> '')`,
};

const KIND: Record<Kind, (content: string) => string> = {
  official: () => `exists (select 1 from account qo where qo.id = s.account_id and qo.kind = 'official')`,
  reply: (content) => `${content}.in_reply_to_id is not null`,
  boost: () => 's.boost_of_id is not null',
  sensitive: (content) => `${content}.sensitive`,
};
