import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The path of a Chromium that starts, or undefined. Order: ROOST_CHROMIUM, the PATH, the usual folders, what Playwright downloaded. */
export function findChromium(env = process.env) {
  if (env.ROOST_CHROMIUM) {
    if (isProgram(env.ROOST_CHROMIUM)) return env.ROOST_CHROMIUM;
    throw new Error(`ROOST_CHROMIUM names ${env.ROOST_CHROMIUM}, which is no program: correct the path or unset it.`);
  }
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/opt/google/chrome'];
  const installed = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...installed, ...playwrightDownloads(env)].find(isProgram);
}

/**
 * Finds a Chromium or gets one: Debian's package when we may install packages, else Playwright's own download.
 * @param {(line: string) => void} say hears each step, since a download takes a while
 */
export function obtainChromium(say, root) {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('No Chromium here: installing the package "chromium" of Debian.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const installed =
      run('apt-get', ['update', '-qq'], { env }) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-color-emoji'], { env });
    if (installed && findChromium()) return findChromium();
  }
  say("No Chromium here: downloading Playwright's.");
  run(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'], { cwd: root });
  const obtained = findChromium();
  if (obtained) return obtained;
  throw new Error('No Chromium could be obtained: install one (Debian: apt-get install chromium) or name it in ROOST_CHROMIUM.');
}

function playwrightDownloads(env) {
  const cache = env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium'))
    .sort()
    .reverse()
    .flatMap((name) =>
      ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-headless-shell-linux64/chrome-headless-shell'].map((file) =>
        join(cache, name, file),
      ),
    );
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What the installer says goes to standard error: standard output is kept for the answer, the path. */
function run(command, args, options) {
  return spawnSync(command, args, { ...options, stdio: ['ignore', 2, 2] }).status === 0;
}
