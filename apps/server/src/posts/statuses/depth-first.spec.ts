import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { depthFirst, type Reply } from './depth-first.js';

describe('depthFirst', () => {
  it('puts each answer after what it answers, and siblings in the order of writing', () => {
    const replies = [reply('10', '1'), reply('3', '1'), reply('4', '3'), reply('11', '3'), reply('12', '4')];
    expect(depthFirst('1', replies)).toEqual(['3', '4', '12', '11', '10']);
  });

  it('leaves out what hangs on something else', () => {
    expect(depthFirst('1', [reply('2', '1'), reply('9', '8'), { id: '7', parentId: null }])).toEqual(['2']);
  });

  it('goes thousands of answers deep', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => reply(String(index + 2), String(index + 1)));
    expect(depthFirst('1', chain)).toHaveLength(20_000);
  });

  it('orders any tree so that a parent stands before its replies, and no other branch between the two', () => {
    const trees = fc
      .array(fc.nat(), { maxLength: 60 })
      .map((parents) => parents.map((pick, index) => reply(String(index + 2), String((pick % (index + 1)) + 1))));
    fc.assert(
      fc.property(trees, (replies) => {
        const ordered = depthFirst('1', [...replies].reverse());
        expect([...ordered].sort()).toEqual(replies.map(({ id }) => id).sort());
        const parents = new Map(replies.map(({ id, parentId }) => [id, parentId]));
        for (const [index, id] of ordered.entries()) {
          const before = index === 0 ? '1' : String(ordered[index - 1]);
          expect(lineOf(before, parents)).toContain(parents.get(id));
        }
      }),
    );
  });
});

function reply(id: string, parentId: string): Reply {
  return { id, parentId };
}

/** A status and everything it answers, up to the root. */
function lineOf(id: string, parents: Map<string, string | null>): string[] {
  const line: string[] = [];
  for (let at: string | null | undefined = id; at != null; at = parents.get(at)) line.push(at);
  return line;
}
