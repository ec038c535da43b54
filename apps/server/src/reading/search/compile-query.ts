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
      return word(parameters.add(condition.word, 'text'), condition.prefix, content);
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
function word(value: string, prefix: boolean, content: string): string {
  const readings = ['simple', 'english', 'french'].map((language) => `plainto_tsquery('${language}', roost_words(${value}))`);
  if (prefix)
    readings.push(
      `coalesce(to_tsquery('simple', nullif(replace(roost_words(${value}), ' ', ' <-> '), '') || ':*'), ''::tsquery)`,
    );
  return `${content}.search @@ (${readings.join(' || ')})`;
}

/** Index: status_search; what the index found is looked at sign by sign where signs matter. */
function phrase(text: string, strict: boolean, { parameters, content }: Scope): string {
  const whole = `${content}.spoiler_text || ' ' || ${content}.text`;
  // Signs are no words: unaccent would make EUR of a euro sign. They are compared as they are, and no index helps.
  const pattern = (fold: string): string =>
    `${fold}(${whole}) like '%' || ${fold}(${parameters.add(text.replace(/[\\%_]/g, '\\$&'), 'text')}) || '%'`;
  if (!hasWords(text)) return pattern('');
  const adjacent = `${content}.search @@ phraseto_tsquery('simple', roost_words(${parameters.add(text, 'text')}))`;
  return strict ? `(${adjacent} and ${pattern('roost_fold')})` : `(${adjacent})`;
}

/** True for letters, digits and emoji: what the index knows. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\u2600-\u27bf\u2b00-\u2bff\u{1f000}-\u{1faff}]/u.test(text);
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
