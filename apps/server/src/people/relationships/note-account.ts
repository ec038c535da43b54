import { Injectable } from '@nestjs/common';
import { LIMITS } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { RelationJournal } from './relation.journal.js';
import { RelationRepository } from './relation.repository.js';
import { NoteTooLong } from './relationship.errors.js';

/** Keeps a note about somebody that only its writer reads. The record holds that it was written, not what. */
@Injectable()
export class NoteAccount {
  constructor(
    private readonly database: Database,
    private readonly relations: RelationRepository,
    private readonly journal: RelationJournal,
  ) {}

  /** A blank note is none. @throws NoteTooLong */
  async run({ accountId }: Viewer, targetId: string, text: string): Promise<void> {
    const comment = text.replaceAll('\0', '').trim();
    if ([...comment].length > LIMITS.accountNote) throw new NoteTooLong(LIMITS.accountNote);
    await this.database.transaction(async (manager) => {
      await this.relations.lockPair(manager, accountId, targetId);
      const changed: unknown[] = await manager.query(
        comment === ''
          ? 'with gone as (delete from account_note where account_id = $1 and target_id = $2 returning 1) select 1 from gone'
          : `insert into account_note as n (account_id, target_id, comment) values ($1, $2, $3)
             on conflict (account_id, target_id) do update set comment = excluded.comment, updated_at = now() where n.comment <> excluded.comment
             returning 1`,
        comment === '' ? [accountId, targetId] : [accountId, targetId, comment],
      );
      if (changed.length === 0) return;
      await this.journal.append(manager, { type: 'account.noted', accountId, targetId, actorId: accountId });
    });
  }
}
