import { type CallHandler, type ExecutionContext, Injectable, Logger, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isDeepStrictEqual } from 'node:util';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { Settings } from '../../../config/settings.js';
import { ANSWERS } from './answers.js';

/**
 * Holds every answer against the schema that its route promises, when ROOST_CHECK_ANSWERS is set. A member that is missing,
 * of another type, or not in the schema at all turns the answer into an error that names it: whatever calls a route in the
 * test suite thereby checks its contract too.
 */
@Injectable()
export class AnswerCheck implements NestInterceptor {
  private readonly log = new Logger('contract');

  constructor(
    private readonly settings: Settings,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.settings.checkAnswers || context.getType() !== 'http') return next.handle();
    const schema = this.reflector.get<z.ZodType | undefined>(ANSWERS, context.getHandler());
    if (!schema) return next.handle();
    return next.handle().pipe(map((answer: unknown) => this.check(schema, answer)));
  }

  private check(schema: z.ZodType, answer: unknown): unknown {
    if (answer === undefined || answer === null) return answer;
    const sent: unknown = JSON.parse(JSON.stringify(answer));
    const { success, data, error } = schema.safeParse(sent);
    if (success && isDeepStrictEqual(data, sent)) return answer;
    const fault = success ? `members outside the schema: ${beyond(sent, data).join(', ')}` : z.prettifyError(error);
    this.log.error(`an answer breaks its contract: ${fault}`);
    throw new Error(`an answer breaks its contract: ${fault}`);
  }
}

/** Paths of what was sent and is not in the schema. */
function beyond(sent: unknown, known: unknown, path = ''): string[] {
  if (isDeepStrictEqual(sent, known)) return [];
  if (sent === null || typeof sent !== 'object' || known === null || typeof known !== 'object') return [path || 'the whole'];
  return Object.entries(sent).flatMap(([name, value]) =>
    beyond(value, (known as Record<string, unknown>)[name], path === '' ? name : `${path}.${name}`),
  );
}
