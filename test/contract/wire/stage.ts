import type { CredentialApplication } from '@roost/contracts';
import type { Person, Roost } from '@roost/test-kit';
import sharp from 'sharp';
import { World } from '../authorization/world.js';

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
  async appToken(): Promise<string> {
    const answer = await this.ben.done<{ access_token: string }>('POST', '/oauth/token', {
      grant_type: 'client_credentials',
      client_id: this.app.client_id,
      client_secret: this.app.client_secret,
      scope: 'read',
    });
    return answer.access_token;
  }

  /** A post with a picture of Ben's own. */
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
