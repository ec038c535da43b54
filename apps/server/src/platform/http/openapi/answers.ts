import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

export const ANSWERS = 'roost:answers';

/** What Mastodon's routes answer when there is nothing to say. */
export const Empty = z.object({});

/** What a route answers when all went well, for the API document and for {@link AnswerCheck}: `@Answers(Status)`, `@Answers(z.array(Account))`. */
export const Answers = (schema: z.ZodType, options: { status?: number; description?: string } = {}) =>
  applyDecorators(
    SetMetadata(ANSWERS, schema),
    ApiResponse({ status: options.status ?? 200, description: options.description ?? 'Done', standardSchema: schema }),
  );
