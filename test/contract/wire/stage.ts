import type { Conversation, CredentialApplication } from '@roost/contracts';
import { type Person, type Roost, until } from '@roost/test-kit';
import sharp from 'sharp';
import { World } from '../authorization/world.js';
import { PUSH } from './push-subscription.js';

/** A lively little company around Ben, who calls: of every kind of thing there is one to be found in the lists. */
export class Stage {
  /** What the walker pinned last. */
  readonly pinned: { id: string | null } = { id: null };

  private constructor(
    readonly world: World,
    readonly ann: Person,
    readonly ben: Person,
    readonly ada: Person,
    readonly picture: Blob,
    readonly app: CredentialApplication,
  ) {}

  static async set(roost: Roost): Promise<Stage> {
    const world = await World.make(roost);
    const { ann } = world;
    const ben = world.person('member');
    const ada = world.person('administrator');
    if (!ben || !ada) throw new Error('the cast is not complete');
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#808080' } })
      .png()
      .toBuffer();
    const app = await ben.done<CredentialApplication>('POST', '/api/v1/apps', {
      client_name: 'Walker',
      redirect_uris: 'urn:ietf:wg:oauth:2.0:oob',
      scopes: 'read write follow push',
    });
    const stage = new Stage(world, ann, ben, ada, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), app);
    await stage.play();
    return stage;
  }

  /** A token of the walker's app, without a person. */
  async appToken(scope = 'read'): Promise<string> {
    const answer = await this.ben.done<{ access_token: string }>('POST', '/oauth/token', {
      grant_type: 'client_credentials',
      client_id: this.app.client_id,
      client_secret: this.app.client_secret,
      scope,
    });
    return answer.access_token;
  }

  private counter = 0;
  /** A number that was not used before. */
  next(): number {
    return ++this.counter;
  }

  /** A list of Ben's, with these people on it. */
  async list(...members: string[]): Promise<string> {
    const { id } = await this.ben.done<{ id: string }>('POST', '/api/v1/lists', { title: `List ${this.next()}` });
    if (members.length > 0) await this.ben.done('POST', `/api/v1/lists/${id}/accounts`, { account_ids: members });
    return id;
  }

  /** A filter of Ben's with one keyword. */
  async filter(): Promise<{ id: string; keyword: string }> {
    const { id, keywords } = await this.ben.done<{ id: string; keywords: { id: string }[] }>('POST', '/api/v2/filters', {
      title: `Filter ${this.next()}`,
      context: ['home'],
      keywords_attributes: [{ keyword: `word${this.next()}` }],
    });
    return { id, keyword: keywords[0]?.id ?? '' };
  }

  async filterStatus(): Promise<string> {
    const { id } = await this.filter();
    const status_id = await this.world.thing('status', 'other', 'member');
    return (await this.ben.done<{ id: string }>('POST', `/api/v2/filters/${id}/statuses`, { status_id })).id;
  }

  /** A poll of Ann's that Ben may vote in. */
  async poll(): Promise<string> {
    const status = await this.ann.publishes('Which dock?', { poll: { options: ['Four', 'Five'], expires_in: 3600 } });
    return status.poll?.id ?? '';
  }

  async scheduled(): Promise<string> {
    const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
    return (await this.ben.done<{ id: string }>('POST', '/api/v1/statuses', { status: `Later ${this.next()}`, scheduled_at })).id;
  }

  async pushing(): Promise<void> {
    await this.ben.done('POST', '/api/v1/push/subscription', PUSH);
  }

  /** A conversation of Ben's with something said in it. */
  async conversation(): Promise<string> {
    await this.ann.publishes(`@ben a word, number ${this.next()}`, { visibility: 'direct' });
    return until(async () => {
      const { body } = await this.ben.get<Conversation[]>('/api/v1/conversations');
      return body[0]?.id;
    });
  }

  /** The id of a picture of Ben's that belongs to no post yet. */
  async media(): Promise<string> {
    const form = new FormData();
    form.set('file', this.picture, 'grey.png');
    form.set('description', 'Grey');
    return (await this.ben.done<{ id: string }>('POST', '/api/v1/media', form)).id;
  }

  /** The key of a notification of Ben's. */
  async groupKey(): Promise<string> {
    const id = await this.world.thing('notification', 'own', 'member');
    const { body } = await this.ben.get<{ group_key: string }>(`/api/v1/notifications/${id}`);
    return body.group_key;
  }

  private async play(): Promise<void> {
    const { ann, ben } = this;
    const rich = await ben.publishes('Dock 4 is free #DockSwap #Quay @ann https://company.example/docks', {
      media_ids: [await this.media()],
      spoiler_text: 'Docks',
      language: 'en',
    });
    await ben.done('POST', `/api/v1/statuses/${rich.id}/pin`);
    const answer = await ann.publishes('@ben taken again #DockSwap #quay', { in_reply_to_id: rich.id });
    await ben.done('PUT', `/api/v1/statuses/${rich.id}`, { status: 'Dock 4 is free now #DockSwap #Quay @ann' });
    for (const verb of ['favourite', 'bookmark', 'reblog']) await ben.done('POST', `/api/v1/statuses/${answer.id}/${verb}`);
    for (const verb of ['favourite', 'reblog']) await ann.done('POST', `/api/v1/statuses/${rich.id}/${verb}`);
    await ann.publishes('Only for you, @ben', { visibility: 'direct' });
    await ann.follows(ben);
    await ben.done('POST', '/api/v1/tags/dockswap/follow');
  }
}
