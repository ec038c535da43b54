import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { root, runTool, toyTree } from './toy-tree.mjs';

const server = 'apps/server/src';
const web = 'apps/web/src';
const compiler = JSON.stringify({
  compilerOptions: {
    target: 'es2024',
    lib: ['es2024', 'dom'],
    module: 'preserve',
    strict: true,
    noUncheckedIndexedAccess: true,
    jsx: 'react-jsx',
    types: ['node'],
    noEmit: true,
  },
});

/** One fault each: the rule that must answer, the file it is planted in, and the line. */
const faults = [
  ['@typescript-eslint/no-floating-promises', `${server}/floating.ts`, 'export function send() { Promise.resolve(1); }'],
  ['@typescript-eslint/no-misused-promises', `${server}/misused.ts`, 'export const all = [1].filter(async () => true);'],
  ['@typescript-eslint/no-explicit-any', `${server}/any.ts`, 'export const row: any = 1;'],
  ['@typescript-eslint/no-unsafe-return', `${server}/unsafe.ts`, 'export const row = (text: string) => JSON.parse(text);'],
  ['@typescript-eslint/no-non-null-assertion', `${server}/bang.ts`, 'export const first = (rows: string[]) => rows[0]!;'],
  ['@typescript-eslint/no-unused-vars', `${server}/unused.ts`, 'export function send() { const nothing = 1; }'],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    `${server}/switch.ts`,
    `export function kind(of: 'a' | 'b') { switch (of) { case 'a': return 1; } return 2; }`,
  ],
  ['@typescript-eslint/ban-ts-comment', `${server}/hush.ts`, '// @ts-ignore\nexport const one: number = 1;'],
  ['no-restricted-properties', `${server}/port.ts`, 'export const port = process.env.PORT;'],
  ['no-restricted-properties', `${server}/taken-apart.ts`, 'export const { env } = process;'],
  ['no-restricted-imports', `${server}/imported.ts`, `import { env } from 'node:process'; export const port = env.PORT;`],
  ['no-restricted-properties', `${web}/port.ts`, 'export const port = process.env.PORT;'],
  ['no-console', `${server}/loud.ts`, `console.log('here');`],
  ['eqeqeq', `${server}/loose.ts`, 'export const same = (a: number, b: number) => a == b;'],
  ['no-restricted-syntax', `${web}/inner.ts`, `export const show = (node: HTMLElement) => { node.innerHTML = 'text'; };`],
  [
    'no-restricted-syntax',
    `${web}/outer.ts`,
    `export const show = (node: HTMLElement) => node.insertAdjacentHTML('beforeend', 'text');`,
  ],
  ['no-restricted-syntax', `${web}/markup.tsx`, `export const Post = () => <p dangerouslySetInnerHTML={{ __html: 'text' }} />;`],
  ['no-restricted-syntax', `${web}/spread.tsx`, `export const markup = { dangerouslySetInnerHTML: { __html: 'text' } };`],
  ['no-restricted-syntax', `${server}/skip.spec.ts`, `declare const it: { skip(name: string): void }; it.skip('later');`],
  [
    'no-restricted-syntax',
    `${server}/only.spec.ts`,
    `declare const describe: { only(name: string): void }; describe.only('this');`,
  ],
  [
    'no-restricted-syntax',
    `${server}/sleep.spec.ts`,
    'export async function wait() { await new Promise((done) => setTimeout(done, 100)); }',
  ],
  [
    'no-restricted-syntax',
    'test/journeys/sleep.spec.ts',
    'export async function wait(page: { waitForTimeout(ms: number): Promise<void> }) { await page.waitForTimeout(100); }',
  ],
  [
    'react-hooks/rules-of-hooks',
    `${web}/hook.tsx`,
    `import { useState } from 'react'; export function Box({ open }: { open: boolean }) { if (open) useState(1); return null; }`,
  ],
  [
    'react-hooks/exhaustive-deps',
    `${web}/effect.tsx`,
    `import { useEffect } from 'react'; export function Box({ id }: { id: string }) { useEffect(() => { document.title = id; }, []); return null; }`,
  ],
  ['no-inline', `${server}/silenced.ts`, '// eslint-disable-next-line no-console\nexport const one = 1;'],
];

/** What good code does; none of it may be reported. */
const sound = {
  [`${server}/config/env.ts`]: 'export const port = process.env.PORT;',
  [`${server}/platform/send.ts`]: 'export async function send() { await Promise.resolve(1); }',
  [`${server}/platform/send.spec.ts`]: `export const first = (rows: string[]) => rows[0]!;`,
  [`${web}/post.tsx`]: 'export const Post = ({ text }: { text: string }) => <p>{text}</p>;',
  'libs/test-kit/src/server.ts': 'export const settings = { ...process.env };',
  'test/api/home.spec.ts': 'export const url = process.env.ROOST_TEST_URL;',
  'test/journeys/hostile.spec.ts': 'export const seen = (page: HTMLElement) => page.outerHTML;',
  'tools/start.mjs': `console.log(process.env.PORT);`,
};

describe('lint', () => {
  let tree;
  let found;

  beforeAll(async () => {
    const planted = Object.fromEntries(faults.map(([, file, text]) => [file, `${text}\n`]));
    const compilers = Object.fromEntries(
      ['apps/server', 'apps/web', 'libs/test-kit', 'test'].map((at) => [`${at}/tsconfig.json`, compiler]),
    );
    tree = toyTree({ ...sound, ...planted, ...compilers }, { node_modules: join(root, 'node_modules') });
    const args = ['--config', join(root, 'eslint.config.mjs'), '--format', 'json', '.'];
    const { stdout, stderr } = await runTool('eslint', args, tree.folder);
    expect(stderr).toBe('');
    found = Object.fromEntries(
      JSON.parse(stdout).map(({ filePath, messages }) => [
        filePath.slice(tree.folder.length + 1),
        messages.map(({ ruleId, message }) => ruleId ?? (message.includes('noInlineConfig') ? 'no-inline' : message)),
      ]),
    );
  }, 60_000);
  afterAll(() => tree.remove());

  it.each(faults)('answers %s for %s', (rule, file) => {
    expect(found[file]).toEqual([rule]);
  });

  it.each(Object.keys(sound))('has nothing to say about %s', (file) => {
    expect(found[file]).toEqual([]);
  });
});
