import { Injectable } from '@nestjs/common';
import { SiteSettings } from '@roost/contracts';
import { Settings } from '../../config/settings.js';
import { Database, statement } from '../../platform/database/database.js';

/** Closed until an administrator chooses otherwise. */
const STANDARD: SiteSettings = { site_name: 'Roost', registration: 'closed', domains: [] };

const READ = statement('site-settings', `select key, value from setting where key in ('site_name', 'registration', 'domains')`);

/** What administrators set on their screen. Read when needed: a choice counts on every node from the next request on. */
@Injectable()
export class SiteSettingsReader {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async read(): Promise<SiteSettings> {
    const rows = await this.database.read<{ key: string; value: unknown }>(READ);
    const stored = Object.fromEntries(rows.map((row) => [row.key, row.value]));
    const result = SiteSettings.safeParse({ ...STANDARD, ...stored });
    return result.success ? result.data : STANDARD;
  }

  /** The host that people type. */
  get domain(): string {
    return new URL(this.settings.publicUrl).host;
  }
}
