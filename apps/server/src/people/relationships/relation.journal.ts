import { Injectable } from '@nestjs/common';
import type { JournalType } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../platform/journal/journal.js';

type RelationType = Extract<
  JournalType,
  | 'account.followed'
  | 'account.unfollowed'
  | 'account.follow_requested'
  | 'account.follow_request_withdrawn'
  | 'account.follow_request_accepted'
  | 'account.follow_request_rejected'
  | 'account.follower_removed'
  | 'account.muted'
  | 'account.unmuted'
  | 'account.blocked'
  | 'account.unblocked'
  | 'account.endorsed'
  | 'account.unendorsed'
  | 'account.noted'
>;

/** Nobody's business but the actor's. */
const PRIVATE = new Set<RelationType>([
  'account.blocked',
  'account.unblocked',
  'account.muted',
  'account.unmuted',
  'account.follower_removed',
  'account.follow_request_rejected',
  'account.noted',
]);

/** What happened between two people. The pair stands in the payload as in the tables: `accountId` relates to `targetId`. */
export interface RelationEntry {
  type: RelationType;
  accountId: string;
  targetId: string;
  /** Whose hands did it: one of the two. */
  actorId: string;
  more?: Record<string, unknown>;
}

/** Writes entries about relations in one form: see README.md. */
@Injectable()
export class RelationJournal {
  constructor(private readonly journal: Journal) {}

  async append(manager: EntityManager, { type, accountId, targetId, actorId, more }: RelationEntry): Promise<void> {
    await this.journal.append(manager, {
      type,
      actorId,
      subjectType: 'account',
      subjectId: actorId === accountId ? targetId : accountId,
      audience: PRIVATE.has(type)
        ? { visibility: 'self', mentioned: [] }
        : { visibility: 'direct', mentioned: [accountId, targetId] },
      payload: { accountId, targetId, ...more },
    });
  }
}
