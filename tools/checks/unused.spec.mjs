import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { root, runTool, toyTree } from './toy-tree.mjs';

const library = (name, more = {}) =>
  JSON.stringify({ name, version: '1.0.0', type: 'module', exports: { '.': { '@roost/source': './src/index.ts' } }, ...more });

const tree = {
  'package.json': JSON.stringify({ name: 'toy', type: 'module', workspaces: ['apps/*', 'libs/*'] }),
  'apps/server/package.json': JSON.stringify({
    name: '@roost/server',
    type: 'module',
    dependencies: { '@roost/text': '*', used: '1', idle: '1' },
  }),
  'apps/server/src/main.ts': `import 'used'; import 'unlisted'; import { count } from '@roost/text'; import { said } from './said.js'; console.log(count, said);`,
  'apps/server/src/said.ts': `export const said = 1; export const unsaid = 2; export type Unsaid = number;`,
  'apps/server/src/lonely.ts': 'export const lonely = 1;',
  'apps/server/src/said.spec.ts': `import { said } from './said.js'; console.log(said);`,
  'libs/text/package.json': library('@roost/text'),
  'libs/text/src/index.ts': `export { count } from './count.js';`,
  'libs/text/src/count.ts': 'export const count = 1; export const recount = 2;',
  'node_modules/used/package.json': '{ "name": "used", "main": "index.js" }',
  'node_modules/used/index.js': '',
  'node_modules/unlisted/package.json': '{ "name": "unlisted", "main": "index.js" }',
  'node_modules/unlisted/index.js': '',
};

describe('unused', () => {
  let toy;
  let found;

  beforeAll(async () => {
    toy = toyTree(tree, { 'node_modules/@roost/text': 'libs/text' });
    const args = ['--config', join(root, 'knip.json'), '--no-progress', '--no-config-hints', '--reporter', 'json'];
    const { stdout, stderr } = await runTool('knip', args, toy.folder);
    expect(stderr).toBe('');
    found = JSON.parse(stdout).issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, issues]) =>
        Array.isArray(issues) ? issues.map(({ name }) => `${kind}: ${file}: ${name}`) : [],
      ),
    );
  });
  afterAll(() => toy.remove());

  it.each([
    'files: apps/server/src/lonely.ts: apps/server/src/lonely.ts',
    'dependencies: apps/server/package.json: idle',
    'unlisted: apps/server/src/main.ts: unlisted',
    'exports: apps/server/src/said.ts: unsaid',
    'types: apps/server/src/said.ts: Unsaid',
    'exports: libs/text/src/count.ts: recount',
  ])('reports %s', (issue) => {
    expect(found).toContain(issue);
  });

  it('reports nothing else', () => {
    expect(found).toHaveLength(6);
  });
});
