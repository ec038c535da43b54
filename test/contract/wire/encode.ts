/** A field of a request as JSON has it; files travel in multipart forms only. */
export type Field = string | number | boolean | null | Field[] | { [name: string]: Field | undefined };
export type Fields = Record<string, Field>;

/** The ways in which apps send the fields of a write. `index` numbers array items, as some form libraries do. */
export const ENCODINGS = ['json', 'form', 'form with index', 'multipart', 'query'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The same fields as one of the encodings sends them: what follows the path, and the body. */
export function encode(fields: Fields, files: Record<string, Blob>, encoding: Encoding): { search: string; body?: unknown } {
  switch (encoding) {
    case 'json':
      return { search: '', body: fields };
    case 'form':
    case 'form with index':
      return { search: '', body: new URLSearchParams(flatten(fields, encoding === 'form with index')) };
    case 'multipart': {
      const form = new FormData();
      for (const [name, value] of flatten(fields, false)) form.append(name, value);
      for (const [name, file] of Object.entries(files)) form.append(name, file, `${name}.png`);
      return { search: '', body: form };
    }
    case 'query':
      return { search: `?${new URLSearchParams(flatten(fields, false)).toString()}` };
  }
}

/** `poll[options][]=a`, or with numbers `poll[options][0]=a`; objects in arrays are always numbered, or their members could not be told apart. */
function flatten(fields: Fields, numbered: boolean): [string, string][] {
  const pairs: [string, string][] = [];
  const walk = (name: string, value: Field | undefined): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        const isObject = item !== null && typeof item === 'object';
        walk(`${name}[${numbered || isObject ? index : ''}]`, item);
      });
    } else if (typeof value === 'object') for (const [key, item] of Object.entries(value)) walk(`${name}[${key}]`, item);
    else pairs.push([name, String(value)]);
  };
  for (const [name, value] of Object.entries(fields)) walk(name, value);
  return pairs;
}
