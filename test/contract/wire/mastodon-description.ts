import { type ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../../../shared/data/mastodon-openapi.json', import.meta.url));

interface Schema {
  [key: string]: unknown;
  properties?: Record<string, Schema>;
}
interface Operation {
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The public OpenAPI description of Mastodon's client API, which is not part of this repository. */
export class MastodonDescription {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly checks = new Map<string, (body: unknown) => ErrorObject[]>();
  /** Our spelling of a route → the description's path and method. */
  private readonly operations = new Map<string, { path: string; method: string }>();

  private constructor(private readonly document: Document) {
    addFormats.default(this.ajv);
    this.ajv.addFormat('iso-639-1', /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/);
    mend(document);
    this.ajv.addSchema(document, 'mastodon');
    for (const [path, methods] of Object.entries(document.paths))
      for (const method of Object.keys(methods))
        if (methods[method]?.responses) this.operations.set(shape(`${method.toUpperCase()} ${path}`), { path, method });
  }

  /** @returns null when the file does not lie beside this checkout */
  static read(): MastodonDescription | null {
    return existsSync(FILE) ? new MastodonDescription(JSON.parse(readFileSync(FILE, 'utf8')) as Document) : null;
  }

  /** Every operation it describes, as `GET /api/v1/accounts/:`. */
  get routes(): string[] {
    return [...this.operations.keys()].sort();
  }

  /** What is wrong with an answer, in words; empty when all is well or when the description says nothing of it. */
  faults(route: string, status: number, body: unknown): string[] {
    const operation = this.operations.get(shape(route));
    const responses = operation && this.document.paths[operation.path]?.[operation.method]?.responses;
    const code = String(status);
    if (!operation || !responses?.[code]?.content?.['application/json']?.schema) return [];
    const pointer = ['paths', operation.path, operation.method, 'responses', code, 'content', 'application/json', 'schema'];
    const ref = `mastodon#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    return this.check(ref)(body).map(
      (error) => `${error.instancePath || 'the whole'} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
    );
  }

  private check(ref: string): (body: unknown) => ErrorObject[] {
    const known = this.checks.get(ref);
    if (known) return known;
    const validate = this.ajv.compile({ $ref: ref });
    const check = (body: unknown): ErrorObject[] => (validate(body) ? [] : (validate.errors ?? []));
    this.checks.set(ref, check);
    return check;
  }
}

/** Names of parameters differ; their places do not. */
export function shape(route: string): string {
  return route.replace(/\{\w+\}|:\w+/g, ':');
}

/** Known defects of the description: where it differs from what Mastodon sends and its apps decode. */
function mend({ paths, components: { schemas } }: Document): void {
  const property = (schema: string, name: string): Schema => schemas[schema]?.properties?.[name] ?? {};
  const answer = (path: string, method: string): Record<string, { schema?: Schema }> =>
    paths[path]?.[method]?.responses?.['200']?.content ?? {};
  answer('/api/v1/filters', 'get')['application/json'] = {
    schema: { type: 'array', items: { $ref: '#/components/schemas/V1Filter' } },
  };
  property('ExtendedDescription', 'updated_at').type = ['string', 'null'];
  property('WebPushSubscription', 'id').type = ['string', 'integer'];
  // Alternatives that overlap: one of them is enough.
  const loosen = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const schema = value as Schema;
    if (Array.isArray(schema.oneOf)) {
      schema.anyOf = schema.oneOf;
      delete schema.oneOf;
    }
    for (const part of Object.values(schema)) loosen(part);
  };
  loosen(schemas);
  loosen(paths);
  // Mail addresses of a closed network need no dot.
  const email = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const schema = value as Schema;
    if (schema.format === 'email') delete schema.format;
    for (const part of Object.values(schema)) email(part);
  };
  email(schemas);
  const removed = answer('/api/v2/filters/statuses/{id}', 'delete');
  delete removed['application/json'];
}
