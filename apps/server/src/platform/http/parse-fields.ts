import qs from 'qs';

/** Fields as Mastodon's clients nest them: `fields_attributes[0][name]`, `id[]`. Prototype keys are dropped by qs. */
export function parseFields(text: string): Record<string, unknown> {
  return qs.parse(numbered(text), {
    depth: 4,
    arrayLimit: 200,
    parameterLimit: 500,
    ignoreQueryPrefix: true,
    allowPrototypes: false,
  });
}

const ROWS = /(?:\[|%5B)(?:\]|%5D)(?:\[|%5B)/i;
const ROW = /^([^=]*?)(?:\[|%5B)(?:\]|%5D)((?:\[|%5B)[^=]+)/i;
const LIST = /(?:\[|%5B)(?:\]|%5D)$/i;

/**
 * Rows without numbers, as Rails' clients write them: `a[][id]=1&a[][name]=x&a[][id]=2` are two rows, as a name that comes again
 * begins the next one. qs would make each field a row of its own.
 */
function numbered(text: string): string {
  if (!ROWS.test(text)) return text;
  const rows = new Map<string, { row: number; fields: Set<string> }>();
  return text
    .split('&')
    .map((field) => {
      const [start, list, name] = ROW.exec(field) ?? [];
      if (start === undefined || list === undefined || name === undefined) return field;
      const at = rows.get(list) ?? { row: 0, fields: new Set() };
      // A list within a row may hold many: `a[][options][]`.
      if (at.fields.has(name) && !LIST.test(name)) {
        at.row += 1;
        at.fields.clear();
      }
      at.fields.add(name);
      rows.set(list, at);
      return `${list}[${at.row}]${name}${field.slice(start.length)}`;
    })
    .join('&');
}
