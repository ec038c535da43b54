// Fails the build when a page needs more script or style than agreed. Sizes are gzip, of everything a page loads before
// it can show itself: the entry, its static imports and the chunks it asks for at once.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const folder = process.argv.slice(2).find((word) => !word.startsWith('--'));
const dist = folder ? pathToFileURL(`${resolve(folder)}/`) : new URL('dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const find = (end) => {
  const key = Object.keys(manifest).find((name) => name.endsWith(end));
  if (!key) throw new Error(`The build has no chunk for ${end}`);
  return key;
};

function closure(keys) {
  const seen = new Set();
  const walk = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) walk(next);
  };
  for (const key of keys) walk(key);
  return seen;
}

const sizes = new Map();
function size(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length);
  return sizes.get(file);
}

const sum = (files) => [...new Set(files)].reduce((total, file) => total + size(file), 0);
const scripts = (keys) => [...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
const styles = (keys) =>
  [...keys].flatMap((key) => [
    ...(manifest[key].css ?? []),
    ...(manifest[key].file.endsWith('.css') ? [manifest[key].file] : []),
  ]);

const heavier = (group) => {
  const [en, fr] = ['en', 'fr'].map((locale) => find(`virtual:messages/${group}/${locale}`));
  return size(manifest[en].file) > size(manifest[fr].file) ? en : fr;
};

const entry = find('index.html');
const base = [entry, heavier('outside')];
const optional = (end) => Object.keys(manifest).filter((name) => name.endsWith(end));
const signIn = closure([...base, ...optional('features/sign-in/sign-in.lazy.tsx')]);
const home = closure([...base, heavier('inside'), find('app/shell/shell.lazy.tsx'), ...optional('features/home/home.lazy.tsx')]);
const overlays = closure([find('overlays/menu-overlay.tsx'), find('overlays/dialog-overlay.tsx')]);
const overlayOnly = new Set([...overlays].filter((key) => !home.has(key)));

const rows = [
  ['sign-in script', sum(scripts(signIn)), 115],
  ['first home script', sum(scripts(home)), 165],
  ['overlay chunk', sum(scripts(overlayOnly)), 85],
  [
    'all styles',
    together(
      Object.values(manifest)
        .flatMap((chunk) => [...(chunk.css ?? []), chunk.file])
        .filter((file) => file.endsWith('.css')),
    ),
    20,
  ],
  ['first home styles', sum(styles(home)), 20],
];

/** All files as one: what the style of the whole client weighs. */
function together(files) {
  return gzipSync(Buffer.concat([...new Set(files)].map((file) => readFileSync(new URL(file, dist)))), { level: 9 }).length;
}

let over = false;
for (const [name, bytes, limit] of rows) {
  const kb = bytes / 1024;
  if (kb > limit) over = true;
  console.log(`${name.padEnd(20)} ${kb.toFixed(1).padStart(7)} KB of ${limit}${kb > limit ? '   over budget' : ''}`);
}
if (process.argv.includes('--list')) for (const file of scripts(signIn)) console.log(`  sign-in: ${file} ${size(file)}`);
if (process.argv.includes('--list')) for (const file of scripts(home)) console.log(`  home: ${file} ${size(file)}`);
process.exit(over ? 1 : 0);
