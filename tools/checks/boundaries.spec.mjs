import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import rules from '../../.dependency-cruiser.mjs';
import { root, runTool, toyTree } from './toy-tree.mjs';

const server = 'apps/server/src';
const web = 'apps/web/src';
const manifest = (name) =>
  JSON.stringify({ name, type: 'module', exports: { '.': { '@roost/source': './src/index.ts', default: './dist/index.js' } } });

/** What good code does; none of it may be reported. */
const sound = {
  'package.json': '{ "name": "toy", "type": "module" }',
  [`${server}/main.ts`]: `import './app.module.js';`,
  [`${server}/app.module.ts`]: `import './posts/statuses/statuses.module.js';`,
  [`${server}/config/settings.ts`]: 'export const settings = 1;',
  [`${server}/platform/journal/journal.ts`]: `import { settings } from '../../config/settings.js'; export const journal = settings;`,
  [`${server}/people/accounts/account.reader.ts`]: `import { account } from './account.repository.js'; export const read = account;`,
  [`${server}/people/accounts/account.repository.ts`]: `import 'typeorm'; import { journal } from '../../platform/journal/journal.js'; export const account = journal;`,
  [`${server}/posts/statuses/statuses.module.ts`]: `import { see } from './status.policy.js'; import { read } from '../../people/accounts/account.reader.js'; export const all = [see, read];`,
  [`${server}/posts/statuses/status.policy.ts`]: `import type { Row } from './status.entity.js'; export const see = (row: Row) => row;`,
  [`${server}/posts/statuses/status.entity.ts`]: `import { count } from '@roost/text'; export type Row = typeof count;`,
  [`${server}/posts/statuses/status.policy.spec.ts`]: `import { cast } from '@roost/test-kit'; import { see } from './status.policy.js'; import { account } from '../../people/accounts/account.repository.js'; export const tried = [cast, see, account];`,
  [`${server}/reading/timelines/home.ts`]: 'export const home = 1;',
  [`${server}/reach/streaming/hub.ts`]: `import { home } from '../../reading/timelines/home.js'; export const hub = home;`,
  [`${web}/main.tsx`]: `import './app/router.js';`,
  [`${web}/app/router.tsx`]: `import './shell/shell.js';`,
  [`${web}/app/shell/shell.tsx`]: `import '../../features/accounts/profile.js'; import '../../live/table.js'; import './page.js';`,
  [`${web}/app/shell/page.tsx`]: `import '../session.js'; export const page = 1;`,
  [`${web}/app/common/toasts.ts`]: `import { words } from '../../i18n/words.js'; export const toasts = words;`,
  [`${web}/app/session.ts`]: `import './common/store.js'; export const session = 1;`,
  [`${web}/api/client.ts`]: `import { count } from '@roost/text'; export const call = count;`,
  [`${web}/features/accounts/profile.tsx`]: `import '@roost/ui'; import { call } from '../../api/client.js'; import '../../app/shell/page.js'; import '../../i18n/words.js'; export const profile = call;`,
  [`${web}/features/statuses/cache.ts`]: 'export const cache = 1;',
  [`${web}/live/table.ts`]: `import { call } from '../api/client.js'; import '../app/common/store.js'; import '../features/statuses/cache.js'; export const table = call;`,
  [`${web}/app/common/store.ts`]: 'export const store = 1;',
  [`${web}/features/accounts/accounts.messages.json`]: '{}',
  [`${web}/i18n/words.ts`]: `import '../features/accounts/accounts.messages.json'; import 'virtual:messages'; export const words = 1;`,
  'libs/text/package.json': manifest('@roost/text'),
  'libs/text/src/index.ts': 'export const count = 1;',
  'libs/contracts/package.json': manifest('@roost/contracts'),
  'libs/contracts/src/index.ts': 'export const contract = 1;',
  'libs/ui/package.json': manifest('@roost/ui'),
  'libs/ui/src/index.ts': 'export const button = 1;',
  'libs/test-kit/package.json': manifest('@roost/test-kit'),
  'libs/test-kit/src/index.ts': `import 'node:http'; export const cast = 1;`,
  'migrations/2026-start.ts': `import type { MigrationInterface } from 'typeorm'; export type Start = MigrationInterface;`,
  'test/api/home.spec.ts': `import { cast } from '@roost/test-kit'; export const tried = cast;`,
  'tools/start.mjs': 'export const start = 1;',
  'node_modules/typeorm/package.json': '{ "name": "typeorm", "main": "index.js" }',
  'node_modules/typeorm/index.js': '',
  'node_modules/@nestjs/common/package.json': '{ "name": "@nestjs/common", "main": "index.js" }',
  'node_modules/@nestjs/common/index.js': '',
  'node_modules/only-for-work/package.json': '{ "name": "only-for-work", "main": "index.js" }',
  'node_modules/only-for-work/index.js': '',
  'apps/server/package.json':
    '{ "name": "@roost/server", "dependencies": {"typeorm": "1"}, "devDependencies": { "only-for-work": "1" } }',
};

/** One fault each: the rule that must answer, the file it is planted in, and what that file imports. */
const faults = [
  ['floor-config-looks-down', `${server}/config/up.ts`, '../platform/journal/journal.js'],
  ['floor-platform-looks-down', `${server}/platform/journal/up.ts`, '../../people/accounts/account.reader.js'],
  ['floor-people-looks-down', `${server}/people/accounts/up.ts`, '../../posts/statuses/status.entity.js'],
  ['floor-posts-looks-down', `${server}/posts/statuses/up.ts`, '../../reading/timelines/home.js'],
  ['floor-reading-looks-down', `${server}/reading/timelines/up.ts`, '../../voice/approvals/approve.js'],
  ['floor-voice-looks-down', `${server}/voice/approvals/up.ts`, '../../governance/cases/open-case.js'],
  ['floor-governance-looks-down', `${server}/governance/cases/up.ts`, '../../insight/trends/trend.js'],
  ['floor-insight-looks-down', `${server}/insight/trends/up.ts`, '../../reach/streaming/hub.js'],
  ['floor-reach-looks-down', `${server}/reach/streaming/up.ts`, '../../demo/company.js'],
  ['nobody-imports-the-roof', `${server}/people/accounts/roof.ts`, '../../main.js'],
  ['room-keeps-its-doors', `${server}/posts/statuses/steal.ts`, '../../people/accounts/account.repository.js'],
  ['room-keeps-its-doors', `${server}/people/sessions/steal.ts`, '../accounts/accounts.controller.js'],
  ['room-keeps-its-doors', `${server}/reach/push/steal.ts`, '../streaming/streaming.gateway.js'],
  ['policy-stays-pure', `${server}/people/accounts/account.policy.ts`, './account.reader.js'],
  ['policy-stays-pure', `${server}/people/accounts/name.policy.ts`, './account.repository.js'],
  ['migration-stands-alone', 'migrations/2027-later.ts', '@roost/contracts'],
  ['side-web', `${web}/features/accounts/peek.ts`, '../../../../server/src/config/settings.js'],
  ['side-server', `${server}/platform/journal/paint.ts`, '@roost/ui'],
  ['side-both', 'libs/text/src/lean.ts', '@roost/ui'],
  ['web-knows-no-server-library', `${web}/features/accounts/store.ts`, 'typeorm'],
  ['web-knows-no-server-library', `${web}/features/accounts/wire.ts`, '@nestjs/common'],
  ['web-runs-without-node', `${web}/features/accounts/disk.ts`, 'node:fs'],
  ['shipped-code-knows-no-test', `${server}/people/accounts/build.ts`, '@roost/test-kit'],
  ['shipped-code-knows-no-test', `${server}/posts/statuses/borrow.ts`, './status.policy.spec.js'],
  ['shipped-code-knows-no-test', `${server}/posts/statuses/tool.ts`, '../../../../../tools/start.mjs'],
  ['shipped-code-needs-no-dev-dependency', `${server}/people/accounts/work.ts`, 'only-for-work'],
  ['web-floor-calls-looks-down', `${web}/api/climb.ts`, '../i18n/words.js'],
  ['web-floor-words-looks-down', `${web}/i18n/climb.ts`, '../app/common/toasts.js'],
  ['web-floor-common-looks-down', `${web}/app/common/climb.ts`, '../../live/table.js'],
  ['web-floor-session-looks-down', `${web}/app/keys/climb.ts`, '../../live/table.js'],
  ['web-floor-features-looks-down', `${web}/live/climb.ts`, '../app/router.js'],
  ['web-floor-features-looks-down', `${web}/features/accounts/climb.ts`, '../../app/shell/shell.js'],
  ['web-floor-features-looks-down', `${web}/features/accounts/start.ts`, '../../main.js'],
  ['no-unresolved', `${server}/people/accounts/lost.ts`, './nowhere.js'],
];
/** What the faults point at and good code has no example of yet. */
const targets = {
  [`${server}/demo/company.ts`]: 'export const company = 1;',
  [`${server}/voice/approvals/approve.ts`]: 'export const approve = 1;',
  [`${server}/governance/cases/open-case.ts`]: 'export const open = 1;',
  [`${server}/insight/trends/trend.ts`]: 'export const trend = 1;',
  [`${server}/people/accounts/accounts.controller.ts`]: 'export const controller = 1;',
  [`${server}/reach/streaming/streaming.gateway.ts`]: 'export const gateway = 1;',
};
const circle = {
  [`${server}/people/apps/hen.ts`]: `import type { Egg } from './egg.js'; export type Hen = Egg;`,
  [`${server}/people/apps/egg.ts`]: `import type { Hen } from './hen.js'; export type Egg = Hen;`,
};

const links = Object.fromEntries(
  ['text', 'contracts', 'ui', 'test-kit'].map((name) => [`node_modules/@roost/${name}`, `libs/${name}`]),
);

describe('boundaries', () => {
  let tree;
  let found;

  async function cruise(files) {
    tree = toyTree(files, links);
    const args = [
      '--config',
      join(root, '.dependency-cruiser.mjs'),
      '--output-type',
      'json',
      'apps',
      'libs',
      'migrations',
      'test',
    ];
    const { stdout, stderr } = await runTool('depcruise', args, tree.folder);
    expect(stderr).toBe('');
    return JSON.parse(stdout).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  }

  describe('over faults', () => {
    beforeAll(async () => {
      const planted = Object.fromEntries(faults.map(([, file, target]) => [file, `import '${target}';`]));
      found = await cruise({ ...sound, ...targets, ...circle, ...planted });
    });
    afterAll(() => tree.remove());

    it.each(faults)('answers %s for %s', (rule, file) => {
      expect(found.filter((line) => line.endsWith(`: ${file}`))).toEqual([`${rule}: ${file}`]);
    });

    it('answers no-cycles for two files that need each other, be it for a type', () => {
      expect(found.filter((line) => line.includes('/people/apps/'))).toEqual([
        expect.stringMatching(/^no-cycles: .*(hen|egg)\.ts$/),
      ]);
    });

    it('reports nothing else', () => {
      expect(found).toHaveLength(faults.length + 1);
    });
  });

  it('has no rule without a fault that shows it bites', () => {
    const shown = new Set(['no-cycles', ...faults.map(([rule]) => rule)]);
    expect(rules.forbidden.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('finds a sound tree sound', async () => {
    expect(await cruise(sound)).toEqual([]);
    tree.remove();
  });
});
