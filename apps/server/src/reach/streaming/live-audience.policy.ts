import type { Visibility } from '@roost/contracts';
import { canSee } from '../../posts/statuses/status.policy.js';
import type { ViewerList, ViewerRelations } from './viewer-relations.js';

/** A status as the live audience asks about it. */
export interface LiveStatusFacts {
  accountId: string;
  visibility: Visibility;
  mentioned: readonly string[];
  tags: readonly string[];
  threadId: string;
  inReplyToAccountId: string | null;
  language: string | null;
  hasMedia: boolean;
  /** Moderators silenced its author: followers hear it, and nobody else finds it. */
  limited: boolean;
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

/** Whether it may come up where one did not ask for its author: company, tags. */
export function mayFind(viewer: ViewerRelations, { accountId, limited }: LiveStatusFacts): boolean {
  return !limited || accountId === viewer.accountId || viewer.follows.has(accountId);
}

export function mutes(viewer: ViewerRelations, accountId: string, nowMs: number): boolean {
  return (viewer.muted.get(accountId) ?? 0) > nowMs;
}

/**
 * Whether a post belongs on the viewer's home: followed people and tags and oneself; answers only to people one follows as well.
 * Who is on an exclusive list is read there.
 */
export function belongsOnHome(viewer: ViewerRelations, status: LiveStatusFacts): boolean {
  const own = status.accountId === viewer.accountId;
  if (own) return true;
  if (viewer.apart.has(status.accountId)) return false;
  if (status.visibility === 'public' && mayFind(viewer, status) && status.tags.some((tag) => viewer.tags.has(tag))) return true;
  const follow = viewer.follows.get(status.accountId);
  if (!follow || !isWantedLanguage(follow.languages, status.language)) return false;
  const answered = status.inReplyToAccountId;
  return answered === null || answered === viewer.accountId || viewer.follows.has(answered);
}

/** Whether a boost by somebody belongs on the viewer's home. */
export function boostBelongsOnHome(viewer: ViewerRelations, boosterId: string, language: string | null): boolean {
  if (boosterId === viewer.accountId) return true;
  return !viewer.apart.has(boosterId) && isBoostWanted(viewer, boosterId, language);
}

/** Whether a post belongs in a list: by a member, and a reply only where the list's policy wants it. */
export function belongsInList(viewer: ViewerRelations, list: ViewerList, status: LiveStatusFacts): boolean {
  if (!list.members.has(status.accountId)) return false;
  const follow = viewer.follows.get(status.accountId);
  if (follow && !isWantedLanguage(follow.languages, status.language)) return false;
  const answered = status.inReplyToAccountId;
  if (answered === null || answered === viewer.accountId || answered === status.accountId) return true;
  switch (list.repliesPolicy) {
    case 'followed':
      return viewer.follows.has(answered);
    case 'list':
      return list.members.has(answered);
    case 'none':
      return false;
  }
}

/** Whether a boost by somebody belongs in a list. */
export function boostBelongsInList(
  viewer: ViewerRelations,
  list: ViewerList,
  boosterId: string,
  language: string | null,
): boolean {
  return list.members.has(boosterId) && (boosterId === viewer.accountId || isBoostWanted(viewer, boosterId, language));
}

function isBoostWanted(viewer: ViewerRelations, boosterId: string, language: string | null): boolean {
  const follow = viewer.follows.get(boosterId);
  return follow !== undefined && follow.boosts && isWantedLanguage(follow.languages, language);
}

/** A post without a language is in every language; `fr` wants `fr-BE` too. */
function isWantedLanguage(wanted: readonly string[], language: string | null): boolean {
  return wanted.length === 0 || language === null || wanted.includes(language) || wanted.includes(language.split('-')[0] ?? '');
}
