import type { Visibility } from '@roost/contracts';
import { canSee } from '../../posts/statuses/status.policy.js';
import type { ViewerRelations } from './viewer-relations.js';

/** A status as the live audience asks about it. */
export interface LiveStatusFacts {
  accountId: string;
  visibility: Visibility;
  mentioned: readonly string[];
  tags: readonly string[];
  threadId: string;
  inReplyToAccountId: string | null;
}

/** The same rule as every list: what a viewer may see, from the relations kept in memory. */
export function mayReceive(viewer: ViewerRelations, status: LiveStatusFacts): boolean {
  return canSee(
    viewer.accountId,
    { accountId: status.accountId, visibility: status.visibility, deleted: false, authorState: 'active' },
    {
      mentioned: status.mentioned.includes(viewer.accountId),
      follows_author: viewer.follows.has(status.accountId),
      blocked: viewer.blocked.has(status.accountId),
    },
  );
}

export function mutes(viewer: ViewerRelations, accountId: string, nowMs: number): boolean {
  return (viewer.muted.get(accountId) ?? 0) > nowMs;
}

/** Whether a post belongs on the viewer's home: followed people and tags and oneself; answers only to people one follows as well. */
export function belongsOnHome(viewer: ViewerRelations, status: LiveStatusFacts): boolean {
  const own = status.accountId === viewer.accountId;
  if (own) return true;
  if (status.visibility === 'public' && status.tags.some((tag) => viewer.tags.has(tag))) return true;
  if (!viewer.follows.has(status.accountId)) return false;
  const answered = status.inReplyToAccountId;
  return answered === null || answered === status.accountId || answered === viewer.accountId || viewer.follows.has(answered);
}

/** Whether a boost by somebody belongs on the viewer's home. */
export function boostBelongsOnHome(viewer: ViewerRelations, boosterId: string): boolean {
  return boosterId === viewer.accountId || viewer.follows.get(boosterId) === true;
}
