import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** House rules carry their reason in the message, so that whoever meets one learns why it is there. */
const environmentIsReadOnce = {
  object: 'process',
  property: 'env',
  message: 'Settings are read once, in apps/server/src/config/env.ts, and handed over as small typed pieces.',
};
const environmentIsReadOnceByName = {
  paths: [{ name: 'node:process', importNames: ['env'], message: environmentIsReadOnce.message }],
};
/** `process.env` is free where there is no server to configure: tools, and the harness that starts a server with settings. */
const mayReadEnvironment = [
  'apps/server/src/config/env.ts',
  'apps/web/*.config.*',
  'tools/**',
  'test/**',
  'bench/**',
  'libs/test-kit/**',
  '*.config.mjs',
];

const htmlFromText = 'Text goes to the screen as text. Markup made from strings is how a post becomes a script.';
const noMarkupFromStrings = [
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: htmlFromText },
  { selector: "Property[key.name='dangerouslySetInnerHTML']", message: htmlFromText },
  { selector: "JSXAttribute[name.name='srcDoc']", message: htmlFromText },
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc|insertAdjacentHTML)$/]', message: htmlFromText },
  { selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]", message: htmlFromText },
];
const noSilencedTests = [
  {
    selector:
      'CallExpression > MemberExpression.callee[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing|fixme)$/]',
    message: 'A test runs or is not there: a skipped one rots unseen, a lone one hides the others.',
  },
  { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', message: 'A test runs or is not there.' },
];

const noSleep = [
  {
    selector: "AwaitExpression > NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
    message: 'A test waits for a condition, not for a while: a while is too short on a slow day and too long on all others.',
  },
  {
    selector: "CallExpression[callee.property.name='waitForTimeout']",
    message: 'Wait for what should be seen, not for a while.',
  },
];

const specs = ['**/*.spec.{ts,tsx}', 'test/**/*.{ts,tsx}', 'libs/test-kit/**/*.ts', 'bench/**/*.ts'];

export default defineConfig(
  { ignores: ['**/dist/**', '**/.types/**', '**/node_modules/**', 'data/**', '.nx/**', 'test-results/**', '**/*.d.ts'] },
  // A rule that is wrong for good code is changed here, where everybody sees it; it is never silenced in a file.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['apps/web/*.config.ts'] }, tsconfigRootDir: process.cwd() },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The router is told to go elsewhere, or that nothing is there, by throwing what it made for that.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
      // A verb keeps its promise-shaped signature even where today's body has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    languageOptions: { globals: nodeGlobals() },
    rules: {
      'no-restricted-properties': ['error', environmentIsReadOnce],
      'no-restricted-imports': ['error', environmentIsReadOnceByName],
      'no-restricted-syntax': ['error', ...noMarkupFromStrings, ...noSilencedTests],
      // French texts need the narrow and the hard space; anywhere else such a space is an accident.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  { files: mayReadEnvironment, rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' } },
  {
    // What speaks to a person in a terminal prints: the tools, the bench, build steps, and the server's command line.
    files: [
      'tools/**',
      'bench/**',
      'test/**',
      'apps/server/src/cli.ts',
      'apps/server/src/cli/**',
      'apps/*/*.{js,mjs}',
      'apps/web/build/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // Nest injects by class; this one takes its fields from the schema, so that a setting is described once.
    files: ['apps/server/src/config/settings.ts'],
    rules: { '@typescript-eslint/no-unsafe-declaration-merging': 'off', '@typescript-eslint/no-empty-object-type': 'off' },
  },
  {
    files: ['apps/web/public/**/*.js'],
    languageOptions: { globals: readOnly('document', 'localStorage', 'matchMedia', 'navigator', 'window') },
  },
  {
    files: ['**/*.spec.{ts,tsx,mjs}'],
    rules: { 'no-restricted-syntax': ['error', ...noMarkupFromStrings, ...noSilencedTests, ...noSleep] },
  },
  {
    // A journey reads the page's markup to prove that nobody else wrote into it.
    files: ['test/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noSilencedTests, ...noSleep] },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // These keep code ready for the React Compiler, which we do not use. The newest value kept in a ref, and an
      // object URL that an effect makes and takes back, are sound without it.
      'react-hooks/immutability': 'off',
      'react-hooks/refs': 'off',
      'react-hooks/set-state-in-effect': 'off',
    },
  },
  {
    // In a test `rows[0]!` fails loudly by itself, and `expect(spy.method)` is no call.
    files: specs,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
);

/** Node's own names, without a package for them; TypeScript files are checked by the compiler instead. */
function nodeGlobals() {
  const types = ['AbortController', 'AbortSignal', 'Buffer', 'Headers', 'Request', 'Response', 'TextDecoder', 'TextEncoder'];
  const timers = [
    'clearImmediate',
    'clearInterval',
    'clearTimeout',
    'queueMicrotask',
    'setImmediate',
    'setInterval',
    'setTimeout',
  ];
  const rest = ['URL', 'URLSearchParams', 'WebSocket', 'console', 'crypto', 'fetch', 'performance', 'process', 'structuredClone'];
  return readOnly(...types, ...timers, ...rest);
}

function readOnly(...names) {
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
