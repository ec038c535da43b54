import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Invalid } from '../errors.js';
import { RequestContext } from '../http/request-context.js';

/** Thrown when one key is used for two different requests. */
class IdempotencyKeyReused extends Invalid {
  constructor() {
    super(
      'This Idempotency-Key was used for a different request. Use a new key for each new thing.',
      undefined,
      'idempotency.key_reused',
    );
  }
}

/** Makes a verb that creates something create it once, however often its request arrives. */
@Injectable()
export class Idempotency {
  constructor(private readonly context: RequestContext) {}

  /**
   * Runs the work once per key. The key's row belongs to the same transaction, so a crash leaves both or neither,
   * and an equal request that comes meanwhile waits on that row and then gets the same id.
   * Keys are kept for 24 hours. Without an `Idempotency-Key` header the work simply runs.
   * @param principal whose key it is, for example `account:12`
   * @param work creates the thing and returns its id
   * @throws IdempotencyKeyReused when the key came with another body or route
   */
  async once(manager: EntityManager, principal: string, work: () => Promise<string>): Promise<{ id: string; replayed: boolean }> {
    const claim = this.context.idempotencyClaim;
    if (!claim) return { id: await work(), replayed: false };
    const taken: unknown[] = await manager.query(
      `insert into idempotency_key (principal, key, route, body_hash, status_code, answer) values ($1, $2, $3, $4, 200, '{}')
       on conflict (principal, key) do update
         set route = excluded.route, body_hash = excluded.body_hash, answer = '{}', created_at = now()
         where idempotency_key.created_at < now() - interval '24 hours'
       returning key`,
      [principal, claim.key, claim.route, claim.bodyHash],
    );
    if (taken.length === 0) {
      const rows: { route: string; body_hash: Buffer; answer: { id?: string } }[] = await manager.query(
        'select route, body_hash, answer from idempotency_key where principal = $1 and key = $2',
        [principal, claim.key],
      );
      const row = rows[0];
      if (!row?.answer.id || row.route !== claim.route || !claim.bodyHash.equals(row.body_hash)) throw new IdempotencyKeyReused();
      return { id: row.answer.id, replayed: true };
    }
    const id = await work();
    await manager.query('update idempotency_key set answer = $3 where principal = $1 and key = $2', [
      principal,
      claim.key,
      JSON.stringify({ id }),
    ]);
    return { id, replayed: false };
  }
}
