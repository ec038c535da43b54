import { Controller, Get, Header } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { SiteSettingsReader } from '../../people/settings/site-settings.js';
import { VERSION } from '../../platform/version.js';
import { Public } from '../../platform/access/access.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { InstanceCountsReader } from './instance-counts.reader.js';

const SCHEMA = 'http://nodeinfo.diaspora.software/ns/schema/2.0';

const NodeInfoLinks = z.object({ links: z.array(z.object({ rel: z.string(), href: z.string() })) });
const NodeInfo = z.object({
  version: z.literal('2.0'),
  software: z.object({ name: z.string(), version: z.string() }),
  protocols: z.array(z.string()),
  services: z.object({ inbound: z.array(z.string()), outbound: z.array(z.string()) }),
  openRegistrations: z.boolean(),
  usage: z.object({ users: z.object({ total: z.int(), activeMonth: z.int() }), localPosts: z.int() }),
  metadata: z.object({ nodeName: z.string(), upstream: z.object({ name: z.string() }) }),
});

@Controller()
@Public('Apps find out here which API this is')
export class NodeInfoController {
  constructor(
    private readonly settings: Settings,
    private readonly site: SiteSettingsReader,
    private readonly counts: InstanceCountsReader,
  ) {}

  @Get('.well-known/nodeinfo')
  @Answers(NodeInfoLinks)
  links(): z.infer<typeof NodeInfoLinks> {
    return { links: [{ rel: SCHEMA, href: `${this.settings.publicUrl}/nodeinfo/2.0` }] };
  }

  @Get('nodeinfo/2.0')
  @Header('Content-Type', `application/json; profile="${SCHEMA}#"; charset=utf-8`)
  @Answers(NodeInfo)
  async show(): Promise<z.infer<typeof NodeInfo>> {
    const [site, counts] = await Promise.all([this.site.read(), this.counts.read()]);
    return {
      version: '2.0',
      software: { name: 'roost', version: VERSION },
      protocols: [],
      services: { inbound: [], outbound: [] },
      openRegistrations: this.settings.testMode,
      usage: { users: { total: counts.accounts, activeMonth: counts.active }, localPosts: counts.statuses },
      // Client libraries that do not know Roost take the API from here.
      metadata: { nodeName: site.site_name, upstream: { name: 'mastodon' } },
    };
  }
}
