import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/** The checkout whose tools are tried out. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * Writes a small tree in a temporary folder, so that a fault can be planted without touching the real one.
 * @param {Record<string, string>} files text by path
 * @param {Record<string, string>} links symbolic links by path; a relative target is taken from the tree
 */
export function toyTree(files, links = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roost-toy-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(resolve(folder, target), join(folder, path));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs an installed tool in a folder and answers what it said; a finding is an answer, not a failure. */
export function runTool(name, args, folder) {
  const bin = join(root, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NODE_OPTIONS: '' };
  return new Promise((done) => {
    execFile(join(bin, name), args, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      done({ code: error ? error.code : 0, stdout, stderr });
    });
  });
}
