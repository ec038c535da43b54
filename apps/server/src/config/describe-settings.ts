import { z } from 'zod';
import { SettingsSchema } from './settings.js';

interface Property {
  description?: string;
  default?: string | number | boolean;
  enum?: unknown[];
}

/** The page docs/operations/settings.md, made from the schema that checks the settings. */
export function describeSettings(): string {
  const schema = z.toJSONSchema(SettingsSchema, { io: 'input', unrepresentable: 'any' });
  const properties = (schema.properties ?? {}) as Record<string, Property>;
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(properties).map(([name, property]) => {
    const values = property.enum ? ` One of ${property.enum.map((value) => `\`${String(value)}\``).join(', ')}.` : '';
    const standard =
      property.default === undefined ? (required.has(name) ? 'required' : 'not set') : `\`${String(property.default)}\``;
    return `| \`${name}\` | ${standard} | ${property.description ?? ''}${values} |`;
  });
  return [
    '# Settings',
    '',
    'Roost reads its settings from the environment, once, when it starts. A setting that cannot work stops the start with a sentence that names it.',
    'This page is made from the schema that checks them: `npm run settings`.',
    '',
    '| variable | standard | meaning |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
