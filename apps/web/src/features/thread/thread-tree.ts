import type { Status } from '@roost/contracts';

/** A reply with the replies to it, oldest first. */
export interface ReplyNode {
  status: Status;
  replies: ReplyNode[];
}

export interface ThreadTree {
  /** The author's own posts that follow the focused one directly: "2 of 2" and so on. */
  continuation: Status[];
  /** How many parts the focused post's run has, and which one it is; 1 of 1 when it stands alone. */
  part: { number: number; count: number };
  replies: ReplyNode[];
  /** Everyone who wrote here, in order of appearance. */
  people: Status['account'][];
  posts: number;
}

/** Orders a flat context: the author's own continuation apart, everything else as a tree below the post it answers. */
export function threadTree(focused: Status, ancestors: readonly Status[], descendants: readonly Status[]): ThreadTree {
  const children = new Map<string, Status[]>();
  for (const status of descendants) {
    const parent = status.in_reply_to_id ?? focused.id;
    children.set(parent, [...(children.get(parent) ?? []), status]);
  }
  const continuation: Status[] = [];
  for (let tail = focused; ;) {
    const next = children.get(tail.id)?.find((status) => status.account.id === focused.account.id);
    if (!next) break;
    continuation.push(next);
    tail = next;
  }
  const inLine = new Set([focused.id, ...continuation.map((status) => status.id)]);
  const known = new Set([...inLine, ...descendants.map((status) => status.id)]);
  const tree = (parent: string): ReplyNode[] =>
    (children.get(parent) ?? [])
      .filter((status) => !inLine.has(status.id))
      .map((status) => ({ status, replies: tree(status.id) }));
  // A reply to something that is gone or hidden hangs where its thread still is.
  const orphans = [...children.keys()].filter((parent) => !known.has(parent)).flatMap(tree);
  const replies = [...[...inLine].flatMap(tree), ...orphans].sort(
    (a, b) => Date.parse(a.status.created_at) - Date.parse(b.status.created_at),
  );
  const before = leadingParts(focused, ancestors);
  return {
    continuation,
    part: { number: before + 1, count: before + 1 + continuation.length },
    replies,
    people: distinct([...ancestors, focused, ...descendants].map((status) => status.account)),
    posts: ancestors.length + 1 + descendants.length,
  };
}

/** Own posts directly above the focused one. */
function leadingParts(focused: Status, ancestors: readonly Status[]): number {
  let parts = 0;
  for (const status of ancestors.toReversed()) {
    if (status.account.id !== focused.account.id) break;
    parts += 1;
  }
  return parts;
}

function distinct(accounts: readonly Status['account'][]): Status['account'][] {
  return [...new Map(accounts.map((account) => [account.id, account])).values()];
}

/** How many replies stand below a node. */
export function countReplies(nodes: readonly ReplyNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + countReplies(node.replies), 0);
}
