import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Roost, startRoost } from '@roost/test-kit';
import { importPosts, type Line, realLines } from './import-posts.js';

/** Used where the real posts are absent; the same traps, fewer of them. */
const OWN: Line[] = [
  'Prüfe #Réunion auf https://example.org/a_(b).',
  'Fixes #123 and a/b@x.y',
  'e\u0301te\u0301 👩‍👩‍👧 日本語 #日本語',
  '@x/y is no mention',
].map((text, author) => ({ author, text }));

describe('posts brought in by the API', () => {
  let roost: Roost;
  beforeAll(async () => {
    roost = await startRoost();
  });
  afterAll(() => roost.stop());

  it('arrive as they were written, every one of them', async () => {
    const real = await realLines(400);
    if (!real) process.stdout.write('The real posts are not beside this checkout; importing a few of our own.\n');
    const report = await importPosts(roost, real ?? OWN);
    expect(report).toMatchObject({ refused: [], changed: [], lost: 0 });
    expect(report.tags).toBeGreaterThan(0);
  }, 60_000);
});
