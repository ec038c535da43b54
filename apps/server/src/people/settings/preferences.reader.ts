import { Injectable } from '@nestjs/common';
import type { Preferences } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';
import { preferencesOf } from '../accounts/preferences.js';

const READ = statement('preferences-of', 'select preferences from account where id = $1');

@Injectable()
export class PreferencesReader {
  constructor(private readonly database: Database) {}

  async of(accountId: string): Promise<Preferences> {
    const row = await this.database.readOne<{ preferences: Record<string, unknown> }>(READ, [accountId]);
    return preferencesOf(row?.preferences ?? {});
  }
}
