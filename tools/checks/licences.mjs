import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that a company may use, change and pass on without publishing its own code. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** What is used in spite of its licence, and why that is right. */
const exceptions = [
  {
    library: /^@img\/sharp-/,
    licence: /LGPL-3\.0-or-later/,
    reason:
      'libvips is loaded as a shared library of its own, unchanged, and can be exchanged by whoever runs Roost: what the LGPL asks.',
  },
];

/** Reads an SPDX expression: of alternatives one must be allowed, of a sum every part. */
export function isAllowed(expression) {
  const text = expression.replace(/[()]/g, ' ').trim();
  return text.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((part) => allowed.has(part.trim())));
}

/** Some old packages name no licence in their manifest and carry its text, be it in the read-me. */
function licenceByText(folder) {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|readme)/i.test(name));
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  if (/Permission is hereby granted, free of charge/.test(text)) return 'MIT';
  if (/Redistribution and use in source and binary forms/.test(text)) return 'BSD-3-Clause';
  return undefined;
}

/** Walks from what ships to everything it brings along, as Node would find it: the nearest copy upwards. */
function shippedLibraries(lock, shippedFolders) {
  const found = new Set();
  const visit = (from) => {
    const entry = lock.packages[from];
    const neededPeers = Object.keys(entry.peerDependencies ?? {}).filter((name) => !entry.peerDependenciesMeta?.[name]?.optional);
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }).concat(neededPeers)) {
      const key = nearest(lock, from, name);
      if (key === undefined || found.has(key) || lock.packages[key].link) continue;
      found.add(key);
      visit(key);
    }
  };
  shippedFolders.forEach(visit);
  return [...found].sort();
}

/** Where Node finds a library: beside the one that asks, or in the nearest folder above. */
export function nearest(lock, from, name) {
  for (let at = from; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const key = `${at}/node_modules/${name}`;
    if (lock.packages[key]) return key;
  }
  return lock.packages[`node_modules/${name}`] && `node_modules/${name}`;
}

/** Licences of everything that ships, from the installed manifest; a platform's package that is not installed, from the lockfile. */
export function findBadLicences(folder, lock, shippedFolders) {
  return shippedLibraries(lock, shippedFolders).flatMap((key) => {
    const name = key.split('node_modules/').pop();
    const manifest = join(folder, key, 'package.json');
    const declared = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : lock.packages[key];
    const licence = spdx(declared) ?? licenceByText(join(folder, key));
    if (licence === undefined) return [`${key}: names no licence`];
    if (isAllowed(licence)) return [];
    if (exceptions.some((exception) => exception.library.test(name) && exception.licence.test(licence))) return [];
    return [`${key}: ${licence} is not on the list of tools/checks/licences.mjs`];
  });
}

function spdx({ license, licenses }) {
  if (typeof license === 'string') return license;
  if (license?.type) return license.type;
  return Array.isArray(licenses) ? licenses.map((each) => each.type ?? each).join(' OR ') : undefined;
}
