import { Injectable } from '@nestjs/common';
import type { Preferences } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { preferencesOf } from '../accounts/preferences.js';

/** Tastes are not journalled: they change nothing that anybody else sees. */
@Injectable()
export class ChangePreferences {
  constructor(private readonly database: Database) {}

  async run(viewer: Viewer, patch: Partial<Preferences>): Promise<Preferences> {
    return this.database.transaction(async (manager) => {
      const [rows]: [{ preferences: Record<string, unknown> }[], number] = await manager.query(
        'update account set preferences = preferences || $2::jsonb where id = $1 returning preferences',
        [viewer.accountId, JSON.stringify(patch)],
      );
      return preferencesOf(rows[0]?.preferences ?? {});
    });
  }
}
