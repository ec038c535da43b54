import qs from 'qs';

/** Fields as Mastodon's clients nest them: `fields_attributes[0][name]`, `id[]`. Prototype keys are dropped by qs. */
export function parseFields(text: string): Record<string, unknown> {
  return qs.parse(text, { depth: 4, arrayLimit: 200, parameterLimit: 500, ignoreQueryPrefix: true, allowPrototypes: false });
}
