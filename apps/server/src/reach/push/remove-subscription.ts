import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';

/** Calls an app no more. Removing what is not there changes nothing. */
@Injectable()
export class RemoveSubscription {
  constructor(private readonly database: Database) {}

  async run(viewer: Viewer): Promise<void> {
    await this.database.transaction((manager) =>
      manager.query('delete from push_subscription where token_id = $1', [viewer.credentialId]),
    );
  }
}
