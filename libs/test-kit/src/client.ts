import type { Status } from '@roost/contracts';

/** What a call answered. `body` is parsed JSON, or text when it is none. */
export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface CallOptions {
  headers?: Record<string, string>;
  query?: Record<string, string | number | boolean | readonly string[] | undefined>;
  /** JSON by default; a FormData or URLSearchParams is sent as what it is. */
  body?: unknown;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'HEAD';

/** Speaks HTTP with one identity, or none. */
export class Client {
  constructor(
    readonly url: string,
    protected readonly identity: Record<string, string> = {},
  ) {}

  async call<Body = never>(method: Method, path: string, options: CallOptions = {}): Promise<Answer<Body>> {
    const url = new URL(path, this.url);
    for (const [name, value] of Object.entries(options.query ?? {})) {
      if (Array.isArray(value)) for (const item of value) url.searchParams.append(`${name}[]`, String(item));
      else if (value !== undefined) url.searchParams.append(name, String(value));
    }
    const headers: Record<string, string> = { ...this.identity, ...options.headers };
    let body: FormData | URLSearchParams | string | undefined;
    if (options.body instanceof FormData || options.body instanceof URLSearchParams || typeof options.body === 'string')
      body = options.body;
    else if (options.body !== undefined) {
      body = JSON.stringify(options.body);
      headers['content-type'] ??= 'application/json';
    }
    const answer = await fetch(url, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: parse(text) as Body };
  }

  get<Body = never>(path: string, query?: CallOptions['query'], options: CallOptions = {}): Promise<Answer<Body>> {
    return this.call<Body>('GET', path, { ...options, query: { ...query, ...options.query } });
  }
  post<Body = never>(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer<Body>> {
    return this.call<Body>('POST', path, { ...options, body });
  }
  put<Body = never>(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer<Body>> {
    return this.call<Body>('PUT', path, { ...options, body });
  }
  patch<Body = never>(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer<Body>> {
    return this.call<Body>('PATCH', path, { ...options, body });
  }
  delete<Body = never>(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer<Body>> {
    return this.call<Body>('DELETE', path, { ...options, body });
  }
}

/** Someone of the cast. Calls go with an app's token; `web` calls go with a browser's cookie and origin. */
export class Person extends Client {
  readonly web: Client;

  constructor(
    url: string,
    readonly id: string,
    readonly handle: string,
    readonly token: string,
    readonly cookie: string,
    readonly email: string,
  ) {
    super(url, { authorization: `Bearer ${token}` });
    this.web = new Client(url, { cookie: `roost=${cookie}`, origin: url });
  }

  /** The same person through a token with other scopes or another app. */
  withToken(token: string): Client {
    return new Client(this.url, { authorization: `Bearer ${token}` });
  }

  /** Publishes and expects success. */
  async publishes(text: string, fields: Record<string, unknown> = {}): Promise<Status> {
    return this.done<Status>('POST', '/api/v1/statuses', { status: text, ...fields });
  }

  /** A write that must succeed; returns its body. @throws with the answer otherwise */
  async done<Body>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Body> {
    const answer = await this.call<Body>(method, path, { body });
    if (answer.status !== 200) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  follows(other: Person): Promise<unknown> {
    return this.done('POST', `/api/v1/accounts/${other.id}/follow`);
  }
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
