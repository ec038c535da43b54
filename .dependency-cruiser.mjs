import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = import.meta.dirname;
const server = '^apps/server/src';
const web = '^apps/web/src';
const spec = '\\.spec\\.tsx?$';

/** Floors of the server, lowest first (docs/architecture.md). A room uses its own floor and those below. */
const floors = ['config', 'platform', 'people', 'posts', 'reading', 'voice', 'governance', 'insight', 'reach', 'demo'];

/** Folder and Nx tags of every project: the tags are said once, in project.json, and every tool reads them there. */
const projects = ['apps', 'libs', '.']
  .flatMap((parent) => readdirSync(join(root, parent), { withFileTypes: true }).map((entry) => join(parent, entry.name)))
  .flatMap((folder) => {
    try {
      return [{ folder, tags: JSON.parse(readFileSync(join(root, folder, 'project.json'), 'utf8')).tags }];
    } catch {
      return [];
    }
  });
const foldersWith = (...tags) =>
  projects.filter((project) => tags.some((tag) => project.tags.includes(tag))).map(({ folder }) => `^${folder}/`);

const floorRules = floors.slice(0, -1).map((floor, index) => ({
  name: `floor-${floor}-looks-down`,
  comment: 'A room uses its own floor and those below. To speak upwards, write a journal entry and let the upper room listen.',
  severity: 'error',
  from: { path: `${server}/${floor}/` },
  to: { path: `${server}/(${floors.slice(index + 1).join('|')})/` },
}));

/**
 * Floors of the web client, lowest first. Features use each other, live data and the pieces of the frame; what puts
 * them together (routes, root, shell, main) is used by none of them.
 */
const webFloors = [
  ['calls', '(api/|app/common/store\\.)'],
  ['words', 'i18n/'],
  ['common', 'app/common/(?!store\\.)'],
  ['session', 'app/(session\\.ts|keys/)'],
  [
    'features',
    '(features/|live/|app/(?!common/|keys/|session\\.|adopt-state\\.|head-start\\.|root\\.|router\\.|routes\\.|shell/shell\\.))',
  ],
  ['roof', '(app/(adopt-state|head-start|root|router|routes|shell/shell)\\.|main\\.tsx$)'],
];
const webFloorRules = webFloors.slice(0, -1).map(([floor, path], index) => ({
  name: `web-floor-${floor}-looks-down`,
  comment: 'The roof puts features together, features use the session, words and calls; a lower floor knows none of those above.',
  severity: 'error',
  from: { path: `${web}/${path}`, pathNot: spec },
  // Texts lie beside what shows them and are gathered by i18n: data, not code.
  to: { path: webFloors.slice(index + 1).map(([, above]) => `${web}/${above}`), pathNot: '\\.messages\\.json$' },
}));

const sideRules = [
  ['web', ['side:web', 'side:both']],
  ['server', ['side:server', 'side:both']],
  ['both', ['side:both']],
].map(([side, allowed]) => ({
  name: `side-${side}`,
  comment: 'The browser and the server share only what is tagged side:both; that in turn leans on neither.',
  severity: 'error',
  from: { path: foldersWith(`side:${side}`) },
  to: { path: projects.map(({ folder }) => `^${folder}/`), pathNot: foldersWith(...allowed) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or want a third that both use.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'What cannot be found cannot be checked.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    ...floorRules,
    {
      name: 'nobody-imports-the-roof',
      comment: 'main, cli and app.module put the rooms together; a room that needs them has it upside down.',
      severity: 'error',
      from: { path: `${server}/(${floors.join('|')})/` },
      to: { path: `${server}/[^/]+\\.ts$` },
    },
    {
      name: 'room-keeps-its-doors',
      comment: 'Controllers, gateways and repositories stay in their room; neighbours use its verbs and readers.',
      severity: 'error',
      // A spec may put a reader together by hand, repositories and all.
      from: { path: `${server}/([^/]+)/([^/]+)/`, pathNot: spec },
      to: { path: `${server}/.+\\.(controller|gateway|repository)\\.ts$`, pathNot: `${server}/$1/$2/` },
    },
    {
      name: 'policy-stays-pure',
      comment: 'A policy answers from the facts it is handed. One that loads its own cannot be tested over a matrix.',
      severity: 'error',
      from: { path: '\\.policy\\.ts$' },
      to: { path: '\\.(reader|service|repository)\\.ts$' },
    },
    {
      name: 'migration-stands-alone',
      comment: 'A migration must do the same thing in five years, whatever the code has become.',
      severity: 'error',
      from: { path: '^migrations/[0-9]' },
      to: { path: '^(apps|libs|migrations|test|bench|tools)/' },
    },
    ...sideRules,
    {
      name: 'web-knows-no-server-library',
      comment: 'The browser speaks HTTP to the server and knows nothing of how it stores or wires.',
      severity: 'error',
      from: { path: foldersWith('side:web', 'side:both'), pathNot: spec },
      to: { path: '(^|/)node_modules/(typeorm|@nestjs|fastify|pg|pg-boss)/' },
    },
    {
      name: 'web-runs-without-node',
      comment: 'What the browser loads cannot use what only Node has.',
      severity: 'error',
      from: { path: foldersWith('side:web', 'side:both').map((folder) => `${folder}src/`), pathNot: spec },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shipped-code-knows-no-test',
      comment: 'Builders, the cast, specs and tools stay out of what runs in production.',
      severity: 'error',
      from: { path: ['^apps/', '^libs/', '^migrations/'], pathNot: [spec, ...foldersWith('layer:test')] },
      to: { path: [spec, ...foldersWith('layer:test', 'layer:tools')] },
    },
    {
      name: 'shipped-code-needs-no-dev-dependency',
      comment: 'An installation without devDependencies must start.',
      severity: 'error',
      from: { path: ['^apps/[^/]+/src/', '^libs/[^/]+/src/'], pathNot: [spec, ...foldersWith('layer:test')] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-optional', 'npm-peer', 'type-only'] },
    },
    ...webFloorRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|\\.types|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: join(root, 'tsconfig.base.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@roost/source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
