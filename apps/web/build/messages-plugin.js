import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';

/** Which texts come when: `outside` with the first load, `entrance` with the pages that make an account, `inside` with the frame, `pages` with those that are opened from there. */
const places = {
  outside: ['app/common', 'features/sign-in'],
  entrance: ['features/sign-up', 'features/set-up', 'features/authorize'],
  pages: [
    'app/keys',
    'features/statuses/poll',
    ...[
      'people',
      'profile',
      'settings',
      'notifications',
      'search',
      'tag',
      'saved',
      'palette',
      'thread',
      'filters',
      'lists',
      'moderation',
    ].map((name) => `features/${name}`),
  ],
};
const locales = ['en', 'fr'];
const prefix = 'virtual:messages/';

/** Every `*.messages.json` below `folder`, as [file, { id: { en, fr } }] pairs in a stable order. */
export function readMessageFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.messages.json'))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]);
}

/** French spacing: no-break before a colon and inside quotes, narrow no-break before ; ! ? */
export function spaceFrench(text) {
  return text
    .replace(/ (?=:)/gu, '\u00a0')
    .replace(/ (?=[;!?])/gu, '\u202f')
    .replace(/« /gu, '«\u00a0')
    .replace(/ »/gu, '\u00a0»');
}

function groupOf(file) {
  const found = Object.entries(places).find(([, folders]) => folders.some((place) => file.startsWith(`${place}/`)));
  return found ? found[0] : 'inside';
}

function catalogue(folder, group, locale) {
  const messages = {};
  for (const [file, entries] of readMessageFiles(folder)) {
    if (groupOf(file) !== group) continue;
    for (const [id, texts] of Object.entries(entries)) {
      const text = texts[locale];
      if (!text) throw new Error(`${file}: "${id}" has no ${locale} text`);
      messages[id] = compileMessage(text, locale === 'fr' ? spaceFrench : undefined);
    }
  }
  return messages;
}

/** Serves `virtual:messages/{outside|entrance|inside|pages}/{en|fr}`: Lingui catalogues compiled from the message files. */
export function messages(folder) {
  return {
    name: 'roost-messages',
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const [group, locale] = id.slice(prefix.length + 1).split('/');
      if (!locales.includes(locale)) throw new Error(`No catalogue for ${locale}`);
      for (const [file] of readMessageFiles(folder)) this.addWatchFile(join(folder, file));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(catalogue(folder, group, locale)))});`;
    },
    handleHotUpdate({ file, server }) {
      if (file.endsWith('.messages.json') && !relative(folder, file).startsWith('..')) server.ws.send({ type: 'full-reload' });
    },
  };
}
