import { allows, type LiveChannel } from '@roost/contracts';
import { tagKey } from '@roost/text';
import { NotFound, OutsideScopes, RoostError } from '../../../platform/errors.js';

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

/** Every stream, whatever is wanted of it; those with a parameter are read apart. */
const PLAIN: Record<string, readonly LiveChannel[]> = {
  user: ['home', 'notifications'],
  'user:notification': ['notifications'],
  public: ['company'],
  'public:local': ['company'],
  'public:remote': [],
  'public:media': ['media'],
  'public:local:media': ['media'],
  'public:remote:media': [],
  direct: [],
};

/**
 * Finds the stream that is meant.
 * @param scopes of the token: `user` is silent about notifications that the token may not read
 * @throws BadStream for what is none, OutsideScopes for one that the token may not read
 */
export function readStream(wanted: WantedStream, scopes: readonly string[]): AppStream {
  const name = first(wanted.stream);
  const stream = typeof name === 'string' ? streamNamed(name, wanted) : null;
  if (!stream) throw new UnknownStream();
  const read = stream.channels.filter((channel) => mayRead(channel, scopes));
  if (stream.channels.length === 0 ? !allows(scopes, 'read:statuses') : !read.includes(stream.channels[0] ?? 'home'))
    throw new OutsideScopes();
  return { key: stream.key, channels: read };
}

function streamNamed(name: string, wanted: WantedStream): AppStream | null {
  const plain = Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
  if (plain) return { key: JSON.stringify([name]), channels: plain };
  switch (name) {
    case 'hashtag':
    case 'hashtag:local': {
      const tag = text(wanted.tag).toLowerCase();
      if (tagKey(tag) === '') throw new MissingParameter('tag');
      return { key: JSON.stringify([name, tag]), channels: [`tag:${tag}`] };
    }
    case 'list': {
      const list = text(wanted.list);
      if (list === '') throw new MissingParameter('list');
      if (!/^\d{1,16}$/.test(list)) throw new NotFound();
      return { key: JSON.stringify([name, list]), channels: [`list:${list}`] };
    }
    default:
      return null;
  }
}

function mayRead(channel: LiveChannel, scopes: readonly string[]): boolean {
  return allows(scopes, channel === 'notifications' ? 'read:notifications' : 'read:statuses');
}

function text(value: unknown): string {
  const one = first(value);
  return typeof one === 'string' || typeof one === 'number' ? String(one).trim() : '';
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
