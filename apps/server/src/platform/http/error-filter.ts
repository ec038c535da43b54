import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { ErrorBody } from '@roost/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorKind, RoostError } from '../errors.js';

/** The one mapping from what went wrong to HTTP. */
export const HTTP_STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
};

/** Words for errors of the framework, which have no class of ours. */
const FRAMEWORK: Record<number, [code: string, sentence: string]> = {
  400: ['bad_request', 'The request could not be read: check its JSON or form encoding'],
  404: ['not_found', 'Record not found'],
  405: ['method_not_allowed', 'This address does not answer this method'],
  413: ['too_large', 'The request is larger than this address takes'],
  415: ['unsupported_media_type', 'Send JSON, a form or a multipart form'],
};

/** PostgreSQL's codes for "not now": no connection, too many, shutting down, statement cut off. */
const UNAVAILABLE = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|08\w{3}|53\w{3}|57P0[1-5]|57014|25P03)$/;

/** PostgreSQL's codes for text that it cannot hold: a NUL, or half of a pair. */
const UNKEEPABLE = new Set(['22021', '22P05']);

@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const { status, body, retryAfter } = this.describe(error, request);
    if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
    if (status === 401) void reply.header('WWW-Authenticate', `${schemeOf(request)} realm="Roost"`);
    void reply.status(status).header('Cache-Control', 'no-store').type('application/json; charset=utf-8').send(body);
  }

  private describe(error: unknown, request: FastifyRequest): { status: number; body: ErrorBody; retryAfter?: number } {
    const request_id = request.id;
    if (error instanceof RoostError) {
      const body: ErrorBody = { error: error.message, code: error.code, request_id };
      if (error.description !== undefined) body.error_description = error.description;
      if (error.details) body.details = error.details;
      return {
        status: HTTP_STATUS[error.kind],
        body,
        ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
      };
    }
    const status = error instanceof HttpException ? error.getStatus() : fastifyStatus(error);
    if (status !== null && status < 500) {
      const [code, sentence] = FRAMEWORK[status] ?? ['bad_request', 'The request could not be understood'];
      return { status, body: { error: sentence, code, request_id } };
    }
    const code = databaseCode(error);
    if (code !== null && UNKEEPABLE.has(code))
      return {
        status: 422,
        body: { error: 'Validation failed: Text holds a character that cannot be kept', code: 'invalid', request_id },
      };
    if (code !== null && UNAVAILABLE.test(code)) {
      this.log.warn({ request_id, code }, 'database unavailable');
      return {
        status: 503,
        body: {
          error: 'Roost cannot reach its database for a moment. Nothing was lost; try again.',
          code: 'unavailable',
          request_id,
        },
        retryAfter: 2,
      };
    }
    this.log.error(
      { request_id, url: request.routeOptions.url, err: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'unexpected error',
    );
    return {
      status: 500,
      body: {
        error: 'Something went wrong in Roost. Its log has the details under this request id.',
        code: 'internal',
        request_id,
      },
    };
  }
}

/** A refused caller is asked again in the way it came. */
function schemeOf(request: FastifyRequest): string {
  return /^Basic /i.test(request.headers.authorization ?? '') ? 'Basic' : 'Bearer';
}

function fastifyStatus(error: unknown): number | null {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' ? status : null;
}

function databaseCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(error.message)
  )
    return '08006';
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
