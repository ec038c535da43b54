import { bounds, type Page } from '../../platform/http/paging.js';
import { foundBy, visibleTo } from '../../posts/statuses/status-visibility.sql.js';
import { accountId, compileQuery, type Names, Parameters, type Scope } from './compile-query.js';
import { hasWords } from './query/matches.js';
import { asksForBoosts, type Query } from './query/query.js';

/** A query, with what its names stand for. */
export interface Asked {
  names: Names;
  query: Query;
  /** Only posts of this account. */
  authorId: string | null;
}

export interface SearchStatement {
  text: string;
  values: unknown[];
}

/** Posts that are looked through one by one before an index is asked for all that fit. */
const WINDOW = 2000;

/**
 * The statements that answer a search; the second is needed only where the first finds too little. What many posts have in common
 * is found among the nearest ones at once; for what only few have, an index knows them all. PostgreSQL cannot tell the two apart,
 * because it does not know how often a word is used, so each way is laid down: first walk a little, then ask the index.
 * Rules of visibility come last, over the few that were found, or they would lead the planner away from the index.
 * Indexes: status_pkey; status_search, or those of the operators.
 */
export function searchStatements(asked: Asked, page: Page): SearchStatement[] {
  return statementsOver(asked, page, LIST);
}

/** What becomes of the found statuses `w (id, boost_of_id)`, and how many are looked through one by one. */
export interface Use {
  window: number;
  /** @returns the rest of a statement after `with found as …`. `seen` is the condition that the viewer may see `w` */
  tail(parts: { viewer: string; seen: string; order: 'asc' | 'desc' }): string;
}

const LIST: Use = {
  window: WINDOW,
  tail: ({ seen, order }) => `select w.id, ${seen} as wanted from found w order by w.id ${order}`,
};

/** The statements that find statuses for another use than a list. */
export function statementsOver(asked: Asked, page: Page, use: Use): SearchStatement[] {
  const lead = leadOf(asked.query);
  if (lead.length === 0) return [build(asked, page, use, (frame) => sources(frame, use.window).all)];
  return [
    build(asked, page, use, (frame) => sources(frame, use.window).nearest),
    build(asked, page, use, (frame) => sources(frame, use.window).led(compileLead(lead, frame))),
  ];
}

interface Frame extends Scope {
  range: string;
  order: 'asc' | 'desc';
}

function build({ names, query, authorId }: Asked, page: Page, use: Use, source: (frame: Frame) => string): SearchStatement {
  const { below, above, ascending } = bounds(page);
  const parameters = new Parameters();
  const viewer = parameters.add(names.viewerId, 'bigint');
  const author = authorId === null ? '' : ` and s.account_id = ${parameters.add(authorId, 'bigint')}`;
  const frame: Frame = {
    names,
    parameters,
    viewer,
    content: asksForBoosts(query) ? 'o' : 's',
    order: ascending ? 'asc' : 'desc',
    range: `s.id < ${parameters.add(below, 'bigint')} and s.id > ${parameters.add(above, 'bigint')}${author}`,
  };
  const limit = parameters.add(page.limit, 'bigint');
  const from = source(frame);
  const fits = compileQuery(query, frame);
  const text = `
    with found as materialized (select s.id, s.boost_of_id ${from} and ${fits} order by s.id ${frame.order} limit ${limit})
    ${use.tail({ viewer, seen: seenBy(viewer), order: frame.order })}`;
  return { text, values: parameters.values };
}

function seenBy(viewer: string): string {
  return `(exists (select 1 from status s where s.id = w.id and ${visibleTo(viewer)} and ${foundBy(viewer, 's.account_id')})
    and (w.boost_of_id is null or exists (select 1 from status s where s.id = w.boost_of_id and ${visibleTo(viewer)} and ${foundBy(viewer, 's.account_id')})))`;
}

/** Where statuses are taken from; each ends in a condition that others can be added to. */
function sources(
  { content, range, order }: Frame,
  window: number,
): { all: string; nearest: string; led: (hits: string) => string } {
  const boosts = content === 'o';
  const standing = `s.deleted_at is null and s.boost_of_id is ${boosts ? 'not null' : 'null'} and ${range}`;
  const original = boosts ? 'join status o on o.id = s.boost_of_id and o.deleted_at is null' : '';
  return {
    all: `from status s ${original} where ${standing}`,
    nearest: `from (select s.* from status s where ${standing} order by s.id ${order} limit ${window}) s ${original} where true`,
    led: (hits) =>
      `from status s ${original} where ${standing} and ${boosts ? 's.boost_of_id' : 's.id'} in (with hits as materialized (${hits}) select hits.id from hits)`,
  };
}

/** The parts that an index lists the posts of: all words that must stand there, or whom a post is for. */
function leadOf(query: Query): Query[] {
  const parts = query.kind === 'all' ? query.parts : [query];
  const words = parts.filter(isOfWords);
  return words.length > 0 ? words : parts.filter((part) => part.kind === 'to').slice(0, 1);
}

function isOfWords(query: Query): boolean {
  if (query.kind === 'any') return query.parts.every(isOfWords);
  return query.kind === 'word' || (query.kind === 'phrase' && hasWords(query.text));
}

/** Lists their ids, in no order. Indexes: status_search; status_mention_account and status_answered. */
function compileLead(lead: Query[], { content: c, ...scope }: Frame): string {
  const [first] = lead;
  if (first?.kind === 'to') {
    const id = accountId(first.handle, scope);
    return id === null
      ? 'select null::bigint as id where false'
      : `select tm.status_id as id from status_mention tm where tm.account_id = ${id}
         union select r.id from status r where r.in_reply_to_account_id = ${id} and r.deleted_at is null`;
  }
  const fits = lead.map((part) => compileQuery(part, { ...scope, content: c })).join(' and ');
  return `select ${c}.id from status ${c} where ${c}.deleted_at is null and ${c}.boost_of_id is null and ${fits}`;
}
