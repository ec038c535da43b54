import { nearest } from './licences.mjs';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * Packages for other platforms that a library names and the lockfile lacks. npm leaves out what the registry at hand
 * does not hold, and `npm ci` then refuses the lockfile everywhere.
 */
export function missingPlatforms(lock) {
  return Object.entries(lock.packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !entry.peerDependenciesMeta?.[name]?.optional && !nearest(lock, from, name))
      .map(([name, range]) => ({ from, name, range })),
  );
}

export function findMissingPlatforms(lock) {
  return missingPlatforms(lock).map(
    ({ from, name }) =>
      `package-lock.json: ${name}, which ${from || 'Roost'} names for another platform, is missing; run npm run lockfile`,
  );
}

/**
 * Adds what is missing, as npm would write it, except for the checksum that nobody here can know:
 * npm skips it on this platform and asks its registry on the other.
 */
export function addMissingPlatforms(lock) {
  const packages = { ...lock.packages };
  for (const { from, name, range } of missingPlatforms(lock)) {
    const parent = lock.packages[from];
    const words = name
      .replace(/^@[^/]+\//, '')
      .replace(/\bwin\b/, 'win32')
      .split('-');
    const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
    packages[`node_modules/${name}`] = {
      version: /\d+\.\d+\.\d+[\w.-]*/.exec(range)?.[0],
      cpu: words.filter((word) => processors.includes(word)),
      ...(parent.dev && { dev: true }),
      ...(words.includes('linux') && libc && { libc }),
      ...(parent.license && { license: parent.license }),
      optional: true,
      os: words.filter((word) => systems.includes(word)),
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}
