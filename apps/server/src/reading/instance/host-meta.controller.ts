import { Controller, Get, Header, Query } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { canBeShown } from '../../people/accounts/account.policy.js';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { SiteSettingsReader } from '../../people/settings/site-settings.js';
import { Caller, Public } from '../../platform/access/access.js';
import type { Principal } from '../../platform/access/principal.js';
import { NotFound } from '../../platform/errors.js';
import { Answers } from '../../platform/http/openapi/answers.js';

const ResourceQuery = z.object({ resource: z.string().max(500).default('') });
type ResourceQuery = z.infer<typeof ResourceQuery>;

const Resource = z.object({
  subject: z.string(),
  aliases: z.array(z.string()),
  links: z.array(z.object({ rel: z.string(), type: z.string().optional(), href: z.string() })),
});
type Resource = z.infer<typeof Resource>;

/** Where things are, for programs that only know the host. */
@Controller('.well-known')
export class HostMetaController {
  constructor(
    private readonly settings: Settings,
    private readonly site: SiteSettingsReader,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  @Get('host-meta')
  @Header('Content-Type', 'application/xrd+xml; charset=utf-8')
  @Public('Apps read it before anybody signed in; it names one address of our own')
  @Answers(z.string())
  hostMeta(): string {
    const template = `${this.settings.publicUrl}/.well-known/webfinger?resource={uri}`;
    return `<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" template="${template}"/>
</XRD>
`;
  }

  /** Who a name belongs to is told to colleagues; to anybody else all names are unknown, so that nobody learns who works here. */
  @Get('webfinger')
  @Header('Content-Type', 'application/jrd+json; charset=utf-8')
  @Public('Strangers learn nothing here: for them every name is unknown')
  @Answers(Resource)
  async webfinger(
    @Caller() caller: Principal | null,
    @Query({ schema: ResourceQuery }) { resource }: ResourceQuery,
  ): Promise<Resource> {
    const handle = this.handleOf(resource);
    const account = caller?.accountId == null || handle === null ? null : await this.accounts.byHandle(handle);
    if (!account || !canBeShown(account)) throw new NotFound();
    const { username, url, avatar } = this.presenter.present(account);
    return {
      subject: `acct:${username}@${this.site.domain}`,
      aliases: [url],
      links: [
        { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: url },
        { rel: 'http://webfinger.net/rel/avatar', href: avatar },
      ],
    };
  }

  /** The handle in `acct:ann@here`, or in the address of a profile; null for what is not ours. */
  private handleOf(resource: string): string | null {
    const [, handle, domain] = /^(?:acct:)?@?(\w{1,60})@([^@/\s]+)$/.exec(resource) ?? [];
    if (handle !== undefined && domain?.toLowerCase() === this.site.domain) return handle;
    const profile = `${this.settings.publicUrl}/@`;
    const rest = resource.startsWith(profile) ? resource.slice(profile.length) : '';
    return /^\w{1,60}$/.test(rest) ? rest : null;
  }
}
