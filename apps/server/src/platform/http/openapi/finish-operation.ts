import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Says what holds for every route and no route says itself: how errors look, and the encodings a body may have. */
export function finishOperation(operation: Operation): void {
  // A route under two addresses gets its second name with a number in brackets.
  operation.operationId = operation.operationId?.replace(/\[(\d+)\]$/, '_$1');
  operation.responses.default = {
    description: 'What went wrong',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } },
  };
  const body = operation.requestBody;
  if (!body || !('content' in body)) return;
  const schema = body.content['application/json']?.schema;
  if (!schema || '$ref' in schema) return;
  body.required = (schema.required ?? []).length > 0;
  const hasFile = Object.values(schema.properties ?? {}).some((field) => 'format' in field && field.format === 'binary');
  body.content = hasFile
    ? { 'multipart/form-data': { schema } }
    : {
        'application/json': { schema },
        'application/x-www-form-urlencoded': { schema },
        'multipart/form-data': { schema },
      };
}
