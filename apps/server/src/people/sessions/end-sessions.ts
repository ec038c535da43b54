import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../platform/journal/journal.js';

/** Why a session or token ended; the web client tells its person. */
export type EndReason = 'signed_out' | 'revoked' | 'password_changed' | 'suspended' | 'disabled' | 'replaced' | 'expired';

interface EndedRow {
  id: string;
  account_id: string;
}

/**
 * Ends browser sessions and the tokens of connected apps. Each end is a journal entry of its own: live connections follow the journal
 * and are cut by it, on every node.
 */
@Injectable()
export class EndSessions {
  constructor(private readonly journal: Journal) {}

  /** All of an account's sessions and tokens. @param except the id of one that may go on */
  async all(
    manager: EntityManager,
    accountId: string,
    how: { reason: EndReason; actorId: string | null; except?: string | null },
  ): Promise<void> {
    const except = how.except ?? null;
    await this.end(manager, 'session', 'account_id = $1 and id is distinct from $2', [accountId, except], how);
    await this.end(manager, 'token', 'account_id = $1 and id is distinct from $2', [accountId, except], how);
  }

  /** One session or token of an account. @returns false when there is none with this id */
  async one(
    manager: EntityManager,
    accountId: string,
    id: string,
    how: { reason: EndReason; actorId: string | null },
  ): Promise<boolean> {
    const sessions = await this.end(manager, 'session', 'account_id = $1 and id = $2', [accountId, id], how);
    const tokens = await this.end(manager, 'token', 'account_id = $1 and id = $2', [accountId, id], how);
    return sessions + tokens > 0;
  }

  /** What an app may do for an account. @returns how many tokens there were */
  ofApp(
    manager: EntityManager,
    accountId: string,
    appId: string,
    how: { reason: EndReason; actorId: string | null },
  ): Promise<number> {
    return this.end(manager, 'token', 'account_id = $1 and app_id = $2', [accountId, appId], how);
  }

  /** The session of a cookie, whoever's it is. */
  async byHash(manager: EntityManager, tokenHash: Buffer, how: { reason: EndReason }): Promise<void> {
    await this.end(manager, 'session', 'token_hash = $1', [tokenHash], { ...how, actorId: null });
  }

  /** Sessions that time has ended: live connections that stayed open are cut now. */
  async expired(manager: EntityManager, idleHours: number): Promise<number> {
    const outworn = 'expires_at <= now() or (not remembered and last_seen_at <= now() - make_interval(hours => $1::int))';
    return this.end(manager, 'session', outworn, [idleHours], { reason: 'expired', actorId: null });
  }

  /** @param where a condition written here, never input */
  private async end(
    manager: EntityManager,
    kind: 'session' | 'token',
    where: string,
    values: unknown[],
    how: { reason: EndReason; actorId: string | null },
  ): Promise<number> {
    const sql =
      kind === 'session'
        ? `delete from session where ${where} returning id, account_id`
        : `update oauth_token set revoked_at = now() where ${where} and revoked_at is null returning id, account_id`;
    const [rows]: [EndedRow[], number] = await manager.query(sql, values);
    for (const row of rows) {
      await this.journal.append(manager, {
        type: kind === 'session' ? 'session.ended' : 'token.revoked',
        actorId: how.actorId,
        subjectType: kind,
        subjectId: row.id,
        payload: { account_id: row.account_id, reason: how.reason },
      });
    }
    return rows.length;
  }
}
