import { describe, expect, it } from '@jest/globals';
import { findRawColours } from './colours.mjs';
import { findLooseReminders } from './comments.mjs';
import { findBadNames } from './file-names.mjs';

const file = (path, text = '') => ({ path, read: () => text });

describe('file names', () => {
  it.each([
    'libs/ui/src/Button.tsx',
    'apps/server/src/accountReader.ts',
    'apps/server/src/my_file.ts',
    'apps/Server/main.ts',
    'a/b c.ts',
  ])('refuses %s', (path) => {
    expect(findBadNames([file(path)])).toEqual([`${path}: write the name in kebab-case`]);
  });
  it.each([
    'libs/ui/src/icon-button.module.css',
    '.github/x.yml',
    '.ci/run',
    'docs/decisions/0003-workspace-checks.md',
    'README.md',
    'LICENSE',
  ])('accepts %s', (path) => {
    expect(findBadNames([file(path)])).toEqual([]);
  });
});

describe('reminders', () => {
  it.each(['TODO', 'FIXME', 'HACK', 'XXX'])('refuses a %s that names no issue', (word) => {
    expect(findLooseReminders([file('a.ts', `one\n// ${word}: later`)])).toEqual([
      `a.ts:2: ${word} names no issue; write ${word}(#123) or do it`,
    ]);
  });
  it('accepts one that does, the word in lower case, and other files', () => {
    expect(findLooseReminders([file('a.ts', '// TODO(#12): later\nit.todo'), file('notes.md', 'TODO')])).toEqual([]);
  });
});

describe('colours', () => {
  const sheet = 'apps/web/src/app/shell.module.css';
  it.each([
    ['color: #fff;', '#fff'],
    ['background: rgb(0 0 0 / 50%);', 'rgb('],
    ['border: 1px solid red;', 'red'],
    ['color: oklch(50% 0.1 20);', 'oklch('],
    ['fill: LightGray;', 'LightGray'],
  ])('refuses "%s" in a stylesheet', (declaration, colour) => {
    expect(findRawColours([file(sheet, `.box {\n  ${declaration}\n}`)])).toEqual([
      `${sheet}:2: ${colour} is a raw colour; use a token of libs/ui/src/tokens.css`,
    ]);
  });
  it('refuses one in markup', () => {
    expect(findRawColours([file('libs/ui/src/icon.tsx', '\n<path fill="#123456" />')])).toHaveLength(1);
    expect(findRawColours([file('libs/ui/src/icon.tsx', `style={{ color: 'rgb(1, 2, 3)' }}`)])).toHaveLength(1);
  });
  it('accepts tokens, words that are no colours, and the file of tokens itself', () => {
    const good = `/* #fff */ .red:hover { color: var(--red); white-space: pre; background: transparent url("#abc");
      border-color: currentColor; outline-color: Highlight; mask: url(#fade); background: color-mix(in srgb, var(--a), transparent); }`;
    expect(findRawColours([file(sheet, good), file('libs/ui/src/tokens.css', ':root { --a: #fff; }')])).toEqual([]);
    expect(findRawColours([file('libs/ui/src/icon.tsx', '<path fill="currentColor" /> "#tag"')])).toEqual([]);
  });
});
