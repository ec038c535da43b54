import { afterEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { root, runTool, toyTree } from './toy-tree.mjs';

let toy;
afterEach(() => toy.remove());

describe('types', () => {
  const faults = {
    'untold.ts': ['TS7006', 'export const same = (text) => text;'],
    'empty.ts': ['TS2322', 'export const send = (text: string) => { const other: string = text || null; return other; };'],
    'index.ts': ['TS2322', 'export const first = (rows: string[]): string => rows[0];'],
    'override.ts': ['TS4114', 'class Bird { sing() {} } export class Robin extends Bird { sing() {} }'],
    'fall.ts': ['TS7029', 'export function name(of: number) { switch (of) { case 1: of++; case 2: of--; } return of; }'],
    'return.ts': ['TS7030', 'export function name(of: number) { if (of) return 1; }'],
    'extension.ts': ['TS2835', `export { first } from './index';`],
    'lost.ts': ['TS2307', `export { first } from './nowhere.js';`],
  };

  it('answers each slip with its own number', async () => {
    const config = {
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: { rootDir: '.', outDir: '.types', types: [] },
      include: ['*.ts'],
    };
    const files = Object.fromEntries(Object.entries(faults).map(([name, [, text]]) => [name, text]));
    toy = toyTree({ 'package.json': '{ "type": "module" }', 'tsconfig.json': JSON.stringify(config), ...files });
    const { stdout } = await runTool('tsc', ['-b', '--pretty', 'false'], toy.folder);
    const found = [...stdout.matchAll(/^(\S+?)\(.*?error (TS\d+)/gm)].map(([, file, number]) => `${file} ${number}`);
    expect(found.sort()).toEqual(
      Object.entries(faults)
        .map(([file, [number]]) => `${file} ${number}`)
        .sort(),
    );
  });
});

describe('format', () => {
  it('names the file that prettier would write another way, and only that', async () => {
    toy = toyTree({ 'crooked.ts': 'export const one = "1"', 'straight.ts': `export const one = '1';\n` });
    const { code, stderr } = await runTool('prettier', ['--config', join(root, '.prettierrc.json'), '--check', '.'], toy.folder);
    expect(code).toBe(1);
    expect(stderr).toContain('crooked.ts');
    expect(stderr).not.toContain('straight.ts');
  });
});
