import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors.js';
import { canBeShown } from '../accounts/account.policy.js';
import type { AccountState } from '../accounts/account.row.js';

/** What the verbs ask about an account they have locked. */
export interface LockedAccount {
  id: string;
  locked: boolean;
  state: AccountState;
}

export interface FollowOptions {
  show_boosts?: boolean | undefined;
  notify?: boolean | undefined;
  languages?: string[] | null | undefined;
}

/** Rows of follows, requests and blocks. All methods work inside the verb's transaction, after {@link lockPair}. */
@Injectable()
export class RelationRepository {
  /**
   * Locks both accounts in the order of their ids, which keeps their counters right and verbs from waiting for each other in a circle.
   * @returns the target
   * @throws NotFound when the target is no account that anybody may see
   */
  async lockPair(manager: EntityManager, accountId: string, targetId: string): Promise<LockedAccount> {
    const rows: LockedAccount[] = await manager.query(
      'select id, locked, state from account where id in ($1, $2) order by id for no key update',
      [accountId, targetId],
    );
    const target = rows.find((row) => row.id === targetId);
    if (!target || !canBeShown(target)) throw new NotFound();
    return target;
  }

  /** True when either of the two blocks the other. */
  async isBlocked(manager: EntityManager, one: string, other: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'select 1 from block where (account_id = $1 and target_id = $2) or (account_id = $2 and target_id = $1)',
      [one, other],
    );
    return rows.length > 0;
  }

  async isFollowing(manager: EntityManager, accountId: string, targetId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query('select 1 from follow where account_id = $1 and target_id = $2', [
      accountId,
      targetId,
    ]);
    return rows.length > 0;
  }

  /** @returns false when the follow was there already; its options are changed then, as far as they are given */
  async addFollow(manager: EntityManager, accountId: string, targetId: string, options: FollowOptions): Promise<boolean> {
    const rows: { fresh: boolean }[] = await manager.query(
      `with made as (
         insert into follow as f (account_id, target_id, show_boosts, notify, languages)
         values ($1, $2, coalesce($3, true), coalesce($4, false), $5)
         on conflict (account_id, target_id) do update
           set show_boosts = coalesce($3, f.show_boosts), notify = coalesce($4, f.notify),
               languages = case when $6 then excluded.languages else f.languages end
         returning xmax = 0 as fresh
       ), counted as (
         update account set following_count = following_count + (id = $1)::int, followers_count = followers_count + (id = $2)::int
          where id in ($1, $2) and (select fresh from made)
       )
       select fresh from made`,
      [
        accountId,
        targetId,
        options.show_boosts ?? null,
        options.notify ?? null,
        options.languages ?? null,
        options.languages !== undefined,
      ],
    );
    return rows[0]?.fresh === true;
  }

  /** Nobody vouches for somebody they do not follow. @returns false when there was no such follow */
  async endFollow(manager: EntityManager, accountId: string, targetId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `with gone as (
         delete from follow where account_id = $1 and target_id = $2 returning id
       ), unendorsed as (
         delete from endorsement where account_id = $1 and target_id = $2
       ), counted as (
         update account set following_count = following_count - (id = $1)::int, followers_count = followers_count - (id = $2)::int
          where id in ($1, $2) and exists (select from gone)
       )
       select id from gone`,
      [accountId, targetId],
    );
    return rows.length > 0;
  }

  /** @returns false when the request was there already; its options are changed then, as far as they are given */
  async addRequest(manager: EntityManager, accountId: string, targetId: string, options: FollowOptions): Promise<boolean> {
    const rows: { fresh: boolean }[] = await manager.query(
      `insert into follow_request as r (account_id, target_id, show_boosts, notify, languages)
       values ($1, $2, coalesce($3, true), coalesce($4, false), $5)
       on conflict (account_id, target_id) do update
         set show_boosts = coalesce($3, r.show_boosts), notify = coalesce($4, r.notify),
             languages = case when $6 then excluded.languages else r.languages end
       returning xmax = 0 as fresh`,
      [
        accountId,
        targetId,
        options.show_boosts ?? null,
        options.notify ?? null,
        options.languages ?? null,
        options.languages !== undefined,
      ],
    );
    return rows[0]?.fresh === true;
  }

  /** @returns the options asked for, or null when there was no such request */
  async endRequest(manager: EntityManager, accountId: string, targetId: string): Promise<Required<FollowOptions> | null> {
    const rows: Required<FollowOptions>[] = await manager.query(
      `with gone as (delete from follow_request where account_id = $1 and target_id = $2 returning show_boosts, notify, languages)
       select * from gone`,
      [accountId, targetId],
    );
    return rows[0] ?? null;
  }
}
