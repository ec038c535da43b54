import { compareIds } from '../../platform/http/paging.js';

export interface Reply {
  id: string;
  parentId: string | null;
}

/** Ids of the replies below a status: each is followed by its own replies, and siblings stand in the order they were written. */
export function depthFirst(rootId: string, replies: readonly Reply[]): string[] {
  const children = new Map<string, string[]>();
  for (const { id, parentId } of replies) {
    if (parentId === null) continue;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(id);
    else children.set(parentId, [id]);
  }
  const ordered: string[] = [];
  // A stack instead of recursion: a conversation of two can be thousands deep.
  const waiting = newestFirst(children.get(rootId));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    ordered.push(id);
    waiting.push(...newestFirst(children.get(id)));
  }
  return ordered;
}

function newestFirst(ids: readonly string[] = []): string[] {
  return [...ids].sort((a, b) => compareIds(b, a));
}
