import { ApiError } from './api-error.js';
import { readLinks } from './links.js';

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export interface RequestOptions {
  query?: Query;
  /** Sent as JSON, or as it is when it is form data. */
  body?: unknown;
  /** Repeating a creating request with the same key has one effect. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Lets the request outlive the page, for what is sent while it closes. */
  keepalive?: boolean;
}

/** A page of a list with the addresses of its neighbours. */
export interface Page<T> {
  items: T[];
  /** Address of the older page; absent at the end. */
  next?: string;
  /** Address of the newer page. */
  prev?: string;
}

/** An answer, and where the journal stood before it was made. */
export interface Dated<T> {
  body: T;
  cursor: string | null;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const signedOutListeners = new Set<() => void>();

/** Hears of the first answer that says the session has ended. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

async function send(method: Method, path: string, options: RequestOptions = {}): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const isForm = options.body instanceof FormData;
  if (options.body !== undefined && !isForm) headers['content-type'] = 'application/json';
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  let response: Response;
  try {
    response = await fetch(withQuery(path, options.query), {
      method,
      headers,
      body: options.body === undefined ? undefined : isForm ? (options.body as FormData) : JSON.stringify(options.body),
      signal: options.signal,
      keepalive: options.keepalive,
      credentials: 'same-origin',
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw ApiError.unreachable(cause);
  }
  if (response.ok) return response;
  const error = await ApiError.from(response);
  if (error.status === 401 && !path.startsWith('/api/roost/v1/sessions')) for (const listener of signedOutListeners) listener();
  throw error;
}

function withQuery(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    if (Array.isArray(value)) for (const entry of value as readonly string[]) params.append(`${key}[]`, entry);
    else params.append(key, String(value));
  }
  const text = params.toString();
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
}

async function json<T>(method: Method, path: string, options?: RequestOptions): Promise<T> {
  const response = await send(method, path, options);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function datedPage<T>(path: string, options?: RequestOptions): Promise<Dated<Page<T>>> {
  const response = await send('GET', path, options);
  const links = readLinks(response.headers.get('link'), location.origin);
  const cursor = response.headers.get('roost-cursor');
  return { body: { items: (await response.json()) as T[], ...links }, cursor };
}

/** The one way to speak to the server. Types of answers come from @roost/contracts and are trusted: the server checks them. */
export const api = {
  get: <T>(path: string, options?: RequestOptions) => json<T>('GET', path, options),
  post: <T>(path: string, options?: RequestOptions) => json<T>('POST', path, options),
  put: <T>(path: string, options?: RequestOptions) => json<T>('PUT', path, options),
  patch: <T>(path: string, options?: RequestOptions) => json<T>('PATCH', path, options),
  delete: <T>(path: string, options?: RequestOptions) => json<T>('DELETE', path, options),
  /** A list with its Link header; `path` may be a `next` or `prev` of an earlier page. */
  page: async <T>(path: string, options?: RequestOptions): Promise<Page<T>> => (await datedPage<T>(path, options)).body,
  datedPage,
  dated: async <T>(path: string, options?: RequestOptions): Promise<Dated<T>> => {
    const response = await send('GET', path, options);
    return { body: (await response.json()) as T, cursor: response.headers.get('roost-cursor') };
  },
};
