import { Injectable } from '@nestjs/common';
import type { JournalType } from '@roost/contracts';
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { RequestContext } from '../http/request-context.js';
import { canonicalJson } from './canonical-json.js';

/** What a verb writes. Ids are decimal strings. */
export interface JournalEntryInput {
  type: JournalType;
  /** The person whose hands did it; null for Roost itself. */
  actorId: string | null;
  /** An official account that spoke, when it was not the actor's own voice. */
  onBehalfOf?: string | null;
  subjectType: string;
  subjectId: string | null;
  /** Who could see it then, for example `{ visibility: 'private', mentioned: ['1'] }`. */
  audience?: Record<string, unknown>;
  /** Kept beside the entry and erasable; the entry holds only its commitment. */
  payload?: Record<string, unknown>;
}

/** The record of everything that changes the state of the conversation. Entries are written in the verb's own transaction. */
@Injectable()
export class Journal {
  constructor(private readonly context: RequestContext) {}

  /**
   * Appends one entry and its payload.
   * @param manager of the transaction that makes the change
   * @returns the entry's `seq`, a decimal string
   */
  async append(manager: EntityManager, entry: JournalEntryInput): Promise<string> {
    const salt = randomBytes(32);
    const payload = entry.payload ?? {};
    const commitment = commitmentOf(salt, payload);
    const rows: { seq: string }[] = await manager.query(
      `with entry as (
         insert into journal_entry (type, actor_id, on_behalf_of, subject_type, subject_id, audience, commitment, request_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning seq
       )
       insert into journal_payload (seq, salt, payload) select seq, $9, $10 from entry returning seq`,
      [
        entry.type,
        entry.actorId,
        entry.onBehalfOf ?? null,
        entry.subjectType,
        entry.subjectId,
        JSON.stringify(entry.audience ?? {}),
        commitment,
        this.context.requestId,
        salt,
        JSON.stringify(payload),
      ],
    );
    const runner = manager.queryRunner;
    if (runner) runner.data.journalled = true;
    const seq = rows[0]?.seq;
    if (seq === undefined) throw new Error('the journal returned no sequence number');
    return seq;
  }
}

/** SHA-256 of the salt followed by the canonical payload. The salt keeps short payloads from being guessed after erasure. */
export function commitmentOf(salt: Buffer, payload: unknown): Buffer {
  return createHash('sha256').update(salt).update(canonicalJson(payload), 'utf8').digest();
}
