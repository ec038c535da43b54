import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/** What Mastodon's routes answer when there is nothing to say. */
export const Empty = z.object({});

/** What a route answers when all went well, for the API document: `@Answers(Status)`, `@Answers(z.array(Account))`. */
export const Answers = (schema: z.ZodType, options: { status?: number; description?: string } = {}) =>
  ApiResponse({ status: options.status ?? 200, description: options.description ?? 'Done', standardSchema: schema });
