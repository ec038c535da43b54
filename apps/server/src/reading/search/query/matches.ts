import type { Visibility } from '@roost/contracts';
import type { Condition, Kind, Part, Place, Query } from './query.js';

/** A text as the database reads it: `roost_fold`, `roost_words`, and the stems of each language. */
export interface Reading {
  raw: string;
  folded: string;
  words: readonly string[];
  stems: Readonly<Record<'english' | 'french', ReadonlySet<string>>>;
}

/** A status as a search asks about it, and what the reader has to do with it. A boost brings the words of what it boosts. */
export interface SearchFacts {
  authorId: string;
  officialAuthor: boolean;
  visibility: Visibility;
  createdAt: Date;
  boost: boolean;
  /** The status whose words are meant: itself, or what it boosts. */
  content: {
    reading: Reading;
    visibility: Visibility;
    language: string | null;
    inReplyToId: string | null;
    inReplyToAccountId: string | null;
    mentioned: ReadonlySet<string>;
    tags: ReadonlySet<string>;
    sensitive: boolean;
    has: Readonly<Record<Exclude<Part, 'media'>, boolean>>;
  };
  reader: {
    followsAuthor: boolean;
    /** By a tag of the status itself. */
    followsTag: boolean;
    bookmarked: boolean;
    favourited: boolean;
  };
}

/** What the parts of a query stand for. */
export interface Meaning {
  readerId: string;
  accounts: ReadonlyMap<string, string>;
  /** How the database reads each word and phrase. */
  readings: ReadonlyMap<string, Reading>;
}

/** Whether a status fits: the same answer as SQL gives, for those who watch a search live. */
export function matches(query: Query, facts: SearchFacts, meaning: Meaning): boolean {
  switch (query.kind) {
    case 'not':
      return !matches(query.part, facts, meaning);
    case 'any':
      return query.parts.some((part) => matches(part, facts, meaning));
    case 'all':
      return query.parts.every((part) => matches(part, facts, meaning));
    default:
      return holds(query, facts, meaning);
  }
}

function holds(condition: Condition, facts: SearchFacts, { readerId, accounts, readings }: Meaning): boolean {
  const { content } = facts;
  const account = (handle: string): string | undefined => (handle === 'me' ? readerId : accounts.get(handle));
  switch (condition.kind) {
    case 'word': {
      const asked = readings.get(condition.word);
      return asked !== undefined && hasWord(content.reading, asked, condition.prefix);
    }
    case 'phrase': {
      const asked = readings.get(condition.text);
      return asked !== undefined && hasPhrase(content.reading, asked, condition.strict);
    }
    case 'from':
      return facts.authorId === account(condition.handle);
    case 'to': {
      const id = account(condition.handle);
      return id !== undefined && (content.inReplyToAccountId === id || content.mentioned.has(id));
    }
    case 'tag':
      return content.tags.has(condition.key);
    case 'in':
      return PLACE[condition.place](facts, readerId);
    case 'since':
      return facts.createdAt.toISOString().slice(0, 10) >= condition.day;
    case 'until':
      return facts.createdAt.toISOString().slice(0, 10) <= condition.day;
    case 'has':
      return condition.part === 'media' ? content.has.image : content.has[condition.part];
    case 'is':
      return KIND[condition.what](facts);
    case 'lang':
      return content.language?.toLowerCase().split('-')[0] === condition.code;
  }
}

function hasWord(text: Reading, asked: Reading, prefix: boolean): boolean {
  const { words, stems } = asked;
  if (words.length === 0) return text.folded.includes(asked.folded);
  if (words.every((word) => text.words.includes(word))) return true;
  if (prefix && stands(text.words, words, true)) return true;
  return (['english', 'french'] as const).some(
    (language) => stems[language].size > 0 && [...stems[language]].every((stem) => hasStem(text, stem)),
  );
}

/** The index keeps words and the stems of both languages in one bag. */
function hasStem(text: Reading, stem: string): boolean {
  return text.words.includes(stem) || text.stems.english.has(stem) || text.stems.french.has(stem);
}

function hasPhrase(text: Reading, asked: Reading, strict: boolean): boolean {
  if (!hasWords(asked.raw)) return text.raw.includes(asked.raw);
  if (asked.words.length > 0 && !stands(text.words, asked.words, false)) return false;
  return (!strict && asked.words.length > 0) || text.folded.includes(asked.folded);
}

/** True for letters, digits and emoji: what the index knows, in PostgreSQL's sense of them. Other signs are compared as they are. */
export function hasWords(text: string): boolean {
  return /[\p{Alphabetic}0-9\u2600-\u27bf\u2b00-\u2bff\u{1f000}-\u{1faff}]/u.test(text);
}

/** Whether the words stand next to each other. */
function stands(words: readonly string[], asked: readonly string[], prefix: boolean): boolean {
  return words.some((_, start) =>
    asked.every((word, place) => {
      const there = words[start + place];
      return prefix && place === asked.length - 1 ? there?.startsWith(word) === true : there === word;
    }),
  );
}

const PLACE: Record<Place, (facts: SearchFacts, readerId: string) => boolean> = {
  home: ({ authorId, visibility, reader }, readerId) =>
    authorId === readerId || reader.followsAuthor || (visibility === 'public' && reader.followsTag),
  company: ({ visibility, boost }) => visibility === 'public' && !boost,
  bookmarks: ({ reader }) => reader.bookmarked,
  favourites: ({ reader }) => reader.favourited,
  mentions: ({ content }, readerId) => content.mentioned.has(readerId),
  direct: ({ content }) => content.visibility === 'direct',
};

const KIND: Record<Kind, (facts: SearchFacts) => boolean> = {
  official: (facts) => facts.officialAuthor,
  reply: ({ content }) => content.inReplyToId !== null,
  boost: (facts) => facts.boost,
  sensitive: ({ content }) => content.sensitive,
};
