import { Injectable } from '@nestjs/common';
import type { SiteSettings } from '@roost/contracts';
import { isBlank, normalise } from '@roost/text';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Invalid } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { canonicalDomain } from '../sign-up/email-address.js';
import { SiteSettingsReader } from './site-settings.js';

class DomainsMissing extends Invalid {
  constructor() {
    super(
      'Name at least one mail domain, or choose another way of signing up',
      { domains: ['is empty'] },
      'settings.domains_missing',
    );
  }
}

class BadDomain extends Invalid {
  constructor(domain: string) {
    super(`This is not a mail domain: ${domain}`, { domains: [domain] }, 'settings.bad_domain');
  }
}

class BlankName extends Invalid {
  constructor() {
    super('Give this Roost a name that can be seen', { site_name: ['is blank'] }, 'settings.blank_name');
  }
}

@Injectable()
export class ChangeSiteSettings {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly reader: SiteSettingsReader,
  ) {}

  async run(viewer: Viewer, patch: Partial<SiteSettings>): Promise<SiteSettings> {
    const wanted = { ...(await this.reader.read()), ...patch };
    wanted.site_name = normalise(wanted.site_name).replace(/\s+/g, ' ');
    if (isBlank(wanted.site_name)) throw new BlankName();
    wanted.domains = [...new Set(wanted.domains.map(readDomain))];
    if (wanted.registration === 'domains' && wanted.domains.length === 0) throw new DomainsMissing();
    await this.database.transaction(async (manager) => {
      await manager.query(
        `insert into setting (key, value) select key, value from jsonb_each($1::jsonb)
         on conflict (key) do update set value = excluded.value, updated_at = now() where setting.value <> excluded.value`,
        [JSON.stringify(wanted)],
      );
      await this.journal.append(manager, {
        type: 'settings.changed',
        actorId: viewer.accountId,
        subjectType: 'settings',
        subjectId: null,
        payload: wanted,
      });
    });
    return wanted;
  }
}

function readDomain(written: string): string {
  const domain = canonicalDomain(written.trim().replace(/^@/, ''));
  if (domain === null) throw new BadDomain(written);
  return domain;
}
