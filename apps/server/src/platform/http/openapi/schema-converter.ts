import type { StandardSchemaConversionResult } from '@nestjs/swagger';
import * as contracts from '@roost/contracts';
import { z } from 'zod';

/** Schemas of the contracts keep their names in the document; all others stand where they are used. */
const named = z.registry<{ id: string }>();
for (const [name, value] of Object.entries(contracts))
  if (value instanceof z.ZodType && !named.has(value)) named.add(value, { id: name });

type Json = Record<string, unknown>;

/**
 * Turns the schema that validates into the schema that documents. Inputs are described as they may arrive, outputs as they are sent.
 * @returns undefined for what is no zod schema
 */
export function toJsonSchema(schema: unknown, direction: 'input' | 'output'): StandardSchemaConversionResult | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const options = { io: direction, unrepresentable: 'any', override: describeUploads } as const;
  if (direction === 'input') return { schema: withoutMarks(z.toJSONSchema(schema, options)) };
  // Inside an array even a named schema becomes a reference.
  const { items, $defs } = z.toJSONSchema(z.array(schema), { ...options, metadata: named }) as {
    items: Json;
    $defs?: Record<string, Json>;
  };
  const components = Object.fromEntries(
    Object.entries($defs ?? {}).map(([name, definition]) => [name, withoutMarks(definition)]),
  );
  return { schema: withoutMarks(items), components };
}

/** A file is bytes in a multipart form; zod knows only that it is an instance of something. */
function describeUploads({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  if (zodSchema._zod.def.type === 'custom') Object.assign(jsonSchema, { type: 'string', format: 'binary' });
}

/** What zod adds for readers of whole JSON Schema files. */
function withoutMarks(schema: Json): Json {
  const rest = { ...schema };
  delete rest.$schema;
  if (typeof rest.id === 'string') delete rest.id;
  return rest;
}
