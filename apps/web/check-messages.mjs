// Fails when a text is missing in a language, when the languages use different placeholders, when an id stands in two
// files, when code asks for an id nobody wrote, or when nobody uses one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { readMessageFiles } from './build/messages-plugin.js';

const source = fileURLToPath(new URL('src', import.meta.url));
const faults = [];
const seen = new Map();

const placeholders = (text) => [...new Set([...text.matchAll(/\{\s*(\w+)/gu)].map((match) => match[1]))].sort().join(' ');
const tags = (text) => [...new Set([...text.matchAll(/<\/?(\w+)\/?>/gu)].map((match) => match[1]))].sort().join(' ');

for (const [file, entries] of readMessageFiles(source)) {
  for (const [id, texts] of Object.entries(entries)) {
    if (seen.has(id)) faults.push(`${file}: "${id}" is also in ${seen.get(id)}`);
    seen.set(id, file);
    for (const locale of ['en', 'fr']) {
      if (!texts[locale]?.trim()) {
        faults.push(`${file}: "${id}" has no ${locale} text`);
        continue;
      }
      try {
        compileMessageOrThrow(texts[locale]);
      } catch (error) {
        faults.push(`${file}: "${id}" does not compile in ${locale}: ${error.message}`);
      }
    }
    if (texts.en && texts.fr && (argumentsOf(texts.en) !== argumentsOf(texts.fr) || tags(texts.en) !== tags(texts.fr)))
      faults.push(
        `${file}: "${id}" uses other placeholders in French (${argumentsOf(texts.fr)}) than in English (${argumentsOf(texts.en)})`,
      );
  }
}

function argumentsOf(text) {
  const names = new Set();
  const walk = (tokens) => {
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      names.add(token[0]);
      if (token[2] && typeof token[2] === 'object')
        for (const branch of Object.values(token[2])) if (Array.isArray(branch)) walk(branch);
    }
  };
  const compiled = compileMessageOrThrow(text);
  if (Array.isArray(compiled)) walk(compiled);
  return names.size ? [...names].sort().join(' ') : placeholders(text);
}

const code = readdirSync(source, { recursive: true })
  .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .join('\n');
for (const [id, file] of seen) {
  const families = [...id.matchAll(/\./gu)].map((dot) => id.slice(0, dot.index + 1));
  const isBuilt = families.some((family) => code.includes(`\`${family}\${`));
  if (!code.includes(`'${id}'`) && !code.includes(`"${id}"`) && !isBuilt) faults.push(`${file}: nobody uses "${id}"`);
}

if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${seen.size} messages, complete in English and French`);
