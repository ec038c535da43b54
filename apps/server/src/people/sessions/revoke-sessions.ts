import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import type { Viewer } from '../../platform/access/principal.js';
import { EndSessions } from './end-sessions.js';

/** What a person ends on their own device list. */
@Injectable()
export class RevokeSessions {
  constructor(
    private readonly database: Database,
    private readonly endSessions: EndSessions,
  ) {}

  async one(viewer: Viewer, id: string): Promise<void> {
    const reason = id === viewer.credentialId ? 'signed_out' : 'revoked';
    const found = await this.database.transaction((manager) =>
      this.endSessions.one(manager, viewer.accountId, id, { reason, actorId: viewer.accountId }),
    );
    if (!found) throw new NotFound();
  }

  /** Everything but where the person sits now. Devices lose their good name too. */
  async others(viewer: Viewer): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.endSessions.all(manager, viewer.accountId, {
        reason: 'revoked',
        actorId: viewer.accountId,
        except: viewer.credentialId,
      });
      await manager.query('delete from known_device where account_id = $1', [viewer.accountId]);
    });
  }
}
