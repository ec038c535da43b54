import fc from 'fast-check';

/** As much of a JSON schema as the API document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
}

/** Strings that have broken servers before: empty, huge, of another kind, with bytes that PostgreSQL, URLs or JSON take ill. */
const HOSTILE: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e309',
    'NaN',
    'null',
    'undefined',
    'true',
    '[]',
    '{}',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e\u200d',
    '%',
    '%00',
    '%E0%A4%A',
    '../../etc/passwd',
    "' or 1=1 --",
    '"; drop table status; --',
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    '9007199254740993',
    '99999999999999999999999999',
    '18446744073709551616',
    '2026-13-45T99:99:99Z',
    '0000-00-00',
    'javascript:alert(1)',
    'http://[::1',
    'a'.repeat(5000),
    '👩‍👩‍👧‍👦'.repeat(200),
    'e\u0301'.repeat(300),
    '(((((((((((',
    'a'.repeat(200) + '!',
    '#'.repeat(300),
    '@'.repeat(300),
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const ODD: fc.Arbitrary<unknown> = fc.oneof(
  HOSTILE,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(HOSTILE, { maxLength: 4 }),
  fc.dictionary(fc.oneof(fc.constantFrom('0', '1', '-1', '__proto__', 'length'), fc.string({ maxLength: 8 })), HOSTILE, {
    maxKeys: 4,
  }),
  fc.array(fc.constant([]), { minLength: 1, maxLength: 3 }),
);

/** A value as the schema wants it, or one that it does not want. @param ids of things that exist */
export function valueOf(
  schema: Schema,
  ids: readonly string[],
  resolve: (ref: string) => Schema,
  depth = 0,
): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 3, arbitrary: fitting(schema, ids, resolve, depth) }, { weight: 2, arbitrary: ODD });
}

/** An object with any of the schema's members, and now and then one that it does not know. */
export function fieldsOf(
  schema: Schema,
  ids: readonly string[],
  resolve: (ref: string) => Schema,
  depth = 0,
): fc.Arbitrary<Record<string, unknown>> {
  const members = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, member]) => [name, valueOf(member, ids, resolve, depth + 1)]),
  );
  return fc.record({ ...members, unknown_parameter: ODD }, { requiredKeys: [] });
}

function fitting(schema: Schema, ids: readonly string[], resolve: (ref: string) => Schema, depth: number): fc.Arbitrary<unknown> {
  if (depth > 4) return ODD;
  const again = (part: Schema): fc.Arbitrary<unknown> => fitting(part, ids, resolve, depth + 1);
  if (schema.$ref) return again(resolve(schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (parts && parts.length > 0) return fc.oneof(...parts.map(again));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -1, max: 100 }), fc.integer().map(String));
    case 'boolean':
      return fc.constantFrom(true, false, 'true', 'false', '1', '0', 'on', 't');
    case 'array':
      return fc.array(schema.items ? valueOf(schema.items, ids, resolve, depth + 1) : ODD, { maxLength: 5 });
    case 'object':
      return fieldsOf(schema, ids, resolve, depth);
    default:
      return fc.oneof(fc.constantFrom(...ids), fc.string({ maxLength: 20 }), HOSTILE);
  }
}

/** What stands in a path: something that exists, or what nobody expects there. */
export function segmentOf(ids: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, { weight: 2, arbitrary: HOSTILE });
}
