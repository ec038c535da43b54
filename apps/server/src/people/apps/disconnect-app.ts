import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { EndSessions } from '../sessions/end-sessions.js';

/** Takes back what a person gave to an app: every token of theirs ends, and so do codes that it has not exchanged yet. */
@Injectable()
export class DisconnectApp {
  constructor(
    private readonly database: Database,
    private readonly endSessions: EndSessions,
  ) {}

  async run(viewer: Viewer, appId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('delete from oauth_code where account_id = $1 and app_id = $2 and used_at is null', [
        viewer.accountId,
        appId,
      ]);
      const ended = await this.endSessions.ofApp(manager, viewer.accountId, appId, {
        reason: 'revoked',
        actorId: viewer.accountId,
      });
      if (ended === 0) throw new NotFound();
    });
  }
}
