/** The part of a lockfile key that names the library: what follows the last node_modules/. */
const libraryOf = (key) => key.split('node_modules/').pop();

/** Download addresses tie a clone to one registry; without them npm asks the registry it is configured for. */
export function findAddresses(lock) {
  return Object.entries(lock.packages)
    .filter(([, entry]) => /^(https?|git|ssh)/.test(entry.resolved ?? ''))
    .map(([key, entry]) => `package-lock.json: ${key} holds the address ${entry.resolved}`);
}

/** Without a checksum an exchanged package would go unseen. Packages for platforms that the registry at hand lacks have none (platform-packages.mjs). */
export function findUnsealed(lock) {
  return Object.entries(lock.packages)
    .filter(
      ([key, entry]) =>
        key.includes('node_modules/') && !entry.link && !entry.inBundle && !entry.integrity && !(entry.optional && entry.os),
    )
    .map(([key]) => `package-lock.json: ${key} has no integrity`);
}

/**
 * A library that shipped code names is installed in one version: two copies of react, zod or socket.io
 * disagree about `instanceof`, contexts and symbols, and weigh twice.
 */
export function findDuplicates(lock, shippedFolders) {
  const named = new Set(shippedFolders.flatMap((folder) => Object.keys(lock.packages[folder]?.dependencies ?? {})));
  const versions = new Map();
  for (const [key, entry] of Object.entries(lock.packages)) {
    const library = libraryOf(key);
    if (!key.includes('node_modules/') || entry.link || entry.dev || !named.has(library)) continue;
    versions.set(library, new Set([...(versions.get(library) ?? []), entry.version]));
  }
  return [...versions]
    .filter(([, found]) => found.size > 1)
    .map(
      ([library, found]) =>
        `package-lock.json: ${library} is installed as ${[...found].sort().join(' and ')}; agree on one version`,
    );
}
