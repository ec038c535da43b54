import type { Visibility } from '@roost/contracts';
import type { AccountState } from '../../people/accounts/account.row.js';
import type { ViewerFacts } from './status.row.js';

/** What the rules ask about a status. */
export interface StatusFacts {
  accountId: string;
  visibility: Visibility;
  deleted: boolean;
  authorState: AccountState;
}

type Relation = Pick<ViewerFacts, 'mentioned' | 'follows_author' | 'blocked'>;

/** How long a post can be edited by its author. Every version stays visible. */
export const EDIT_WINDOW_MS = 15 * 60 * 1000;

/**
 * Who may see a status. Blocks count both ways here, or a blocked reader learns they were blocked.
 * SQL repeats this rule in status-visibility.sql.ts; a test runs both over the same matrix.
 */
export function canSee(viewerId: string | null, status: StatusFacts, relation: Relation): boolean {
  if (viewerId === null || status.deleted || status.authorState !== 'active') return false;
  if (viewerId === status.accountId) return true;
  if (relation.blocked) return false;
  switch (status.visibility) {
    case 'public':
    case 'unlisted':
      return true;
    case 'private':
      return relation.follows_author || relation.mentioned;
    case 'direct':
      return relation.mentioned;
  }
}

/** Boosting shows a status to the booster's followers, so only what everybody may see can be boosted, or one's own for followers. */
export function canBoost(viewerId: string, status: StatusFacts): boolean {
  if (status.visibility === 'direct') return false;
  return status.visibility !== 'private' || status.accountId === viewerId;
}

export function canEdit(viewerId: string, status: StatusFacts, createdAt: Date, now: Date): boolean {
  return status.accountId === viewerId && !status.deleted && now.getTime() - createdAt.getTime() <= EDIT_WINDOW_MS;
}

export function canDelete(viewerId: string, status: StatusFacts): boolean {
  return status.accountId === viewerId && !status.deleted;
}

export function canPin(viewerId: string, status: StatusFacts): boolean {
  return status.accountId === viewerId && status.visibility !== 'direct';
}
