import { describe, expect, it } from '@jest/globals';
import type { Status } from '@roost/contracts';
import { countReplies, threadTree, type ReplyNode } from './thread-tree.js';

let minute = 0;
const aPost = (id: string, author: string, parent: string | null = null): Status =>
  ({
    id,
    account: { id: author },
    in_reply_to_id: parent,
    created_at: new Date(Date.UTC(2026, 8, 22, 8, (minute += 1))).toISOString(),
  }) as Status;
const shape = (nodes: ReplyNode[]): unknown[] =>
  nodes.map((node) => (node.replies.length ? [node.status.id, shape(node.replies)] : node.status.id));

describe('the tree of a thread', () => {
  const root = aPost('1', 'ann');
  const focused = aPost('2', 'ben', '1');
  const second = aPost('3', 'ben', '2');
  const reply = aPost('4', 'ann', '2');
  const deeper = aPost('5', 'ben', '4');
  const toSecond = aPost('6', 'cleo', '3');

  it('takes the author’s own continuation out of the replies', () => {
    const tree = threadTree(focused, [root], [second, reply, deeper, toSecond]);
    expect(tree.continuation.map((status) => status.id)).toEqual(['3']);
    expect(tree.part).toEqual({ number: 1, count: 2 });
    expect(shape(tree.replies)).toEqual([['4', ['5']], '6']);
    expect(countReplies(tree.replies)).toBe(3);
  });

  it('counts the parts above the focused one', () => {
    expect(threadTree(second, [root, focused], []).part).toEqual({ number: 2, count: 2 });
  });

  it('counts posts and people once each', () => {
    const tree = threadTree(focused, [root], [second, reply, deeper, toSecond]);
    expect(tree.posts).toBe(6);
    expect(tree.people.map((person) => person.id)).toEqual(['ann', 'ben', 'cleo']);
  });

  it('keeps a reply whose parent is gone', () => {
    expect(shape(threadTree(focused, [], [aPost('9', 'cleo', '8')]).replies)).toEqual(['9']);
  });
});
