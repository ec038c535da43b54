import { allows, type LiveChannel } from '@roost/contracts';
import { tagKey } from '@roost/text';
import { NotFound, OutsideScopes, RoostError } from '../../../platform/errors.js';
import type { AppEvent } from './app-event.js';

/** What an app asks for, as it wrote it. */
export interface WantedStream {
  stream?: unknown;
  tag?: unknown;
  list?: unknown;
}

/** A stream of Mastodon's and the channels of the hub that it is made of. */
export interface AppStream {
  /** As each frame says it, in JSON: `["hashtag","x"]`. */
  readonly key: string;
  /** None for what comes from other servers: there are none. */
  readonly channels: readonly LiveChannel[];
  /** What of its channels it lets through. */
  readonly takes: (event: AppEvent) => boolean;
}

abstract class BadStream extends RoostError {
  readonly kind = 'malformed';
}

class UnknownStream extends BadStream {
  readonly code = 'streaming.unknown_stream';
  constructor() {
    super('Unknown stream type');
  }
}

class MissingParameter extends BadStream {
  readonly code = 'streaming.missing_parameter';
  constructor(name: 'tag' | 'list') {
    super(`Missing ${name} name parameter`);
  }
}

/** Every stream without a parameter. */
const PLAIN: Record<string, readonly LiveChannel[]> = {
  user: ['home', 'notifications'],
  'user:notification': ['notifications'],
  public: ['company'],
  'public:local': ['company'],
  'public:remote': [],
  'public:media': ['media'],
  'public:local:media': ['media'],
  'public:remote:media': [],
  direct: ['conversations'],
};

/**
 * Finds the stream that is meant.
 * @param scopes of the token: `user` is silent about notifications that the token may not read
 * @throws BadStream for what is none, OutsideScopes for one that the token may not read
 */
export function readStream(wanted: WantedStream, scopes: readonly string[]): AppStream {
  const name = first(wanted.stream);
  if (typeof name !== 'string') throw new UnknownStream();
  const { parameter, channels } = partsOf(name, wanted);
  const isNews = name === 'user:notification';
  if (!allows(scopes, isNews ? 'read:notifications' : 'read:statuses')) throw new OutsideScopes();
  const isToldOfNews = allows(scopes, 'read:notifications');
  return {
    key: JSON.stringify(parameter === null ? [name] : [name, parameter]),
    channels,
    takes: ({ name: event }) => (event === 'notification' || event === 'notifications_merged' ? isToldOfNews : !isNews),
  };
}

function partsOf(name: string, wanted: WantedStream): { parameter: string | null; channels: readonly LiveChannel[] } {
  const plain = Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
  if (plain) return { parameter: null, channels: plain };
  switch (name) {
    case 'hashtag':
    case 'hashtag:local': {
      const tag = text(wanted.tag).toLowerCase();
      if (tagKey(tag) === '') throw new MissingParameter('tag');
      return { parameter: tag, channels: [`tag:${tag}`] };
    }
    case 'list': {
      const id = text(wanted.list);
      if (id === '') throw new MissingParameter('list');
      if (!/^\d{1,16}$/.test(id)) throw new NotFound();
      return { parameter: id, channels: [`list:${id}`] };
    }
    default:
      throw new UnknownStream();
  }
}

function text(value: unknown): string {
  const one = first(value);
  return typeof one === 'string' || typeof one === 'number' ? String(one).trim() : '';
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
