import type { ErrorBody } from '@roost/contracts';

/** An answer of the server that is not a success, or no answer at all (`status` 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId: string | null,
    readonly details: Record<string, unknown>,
    /** Seconds the server asked to wait. */
    readonly retryAfter: number | null,
  ) {
    super(message);
  }

  /** The sentences about one field of a form. */
  field(name: string): string | undefined {
    const value = this.details[name];
    if (typeof value === 'string') return value;
    if (!Array.isArray(value)) return undefined;
    const words = value.map((entry: unknown) => {
      if (typeof entry === 'string') return entry;
      const described = (entry as { description?: string; message?: string } | null) ?? {};
      return described.description ?? described.message ?? '';
    });
    return words.filter(Boolean).join(' ') || undefined;
  }

  /** True when trying the same again later may help. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  static async from(response: Response): Promise<ApiError> {
    const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
    const wait = Number(response.headers.get('retry-after'));
    return new ApiError(
      response.status,
      body?.code ?? `http.${response.status}`,
      body?.error ?? response.statusText,
      body?.request_id ?? response.headers.get('x-request-id'),
      body?.details ?? {},
      Number.isFinite(wait) && wait > 0 ? wait : null,
    );
  }

  static unreachable(cause: unknown): ApiError {
    const error = new ApiError(0, 'network', 'The server did not answer', null, {}, null);
    error.cause = cause;
    return error;
  }
}
