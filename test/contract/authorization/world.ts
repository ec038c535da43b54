import { Client, type Person, type Roost, until } from '@roost/test-kit';
import type { ObjectKind } from './rows.js';

export const PRINCIPALS = [
  'anonymous',
  'member',
  'other member',
  'blocked',
  'moderator',
  'administrator',
  'suspended',
  'scoped token',
] as const;
export type Principal = (typeof PRINCIPALS)[number];
export const STATES = ['own', 'other', 'private', 'deleted'] as const;
export type State = (typeof STATES)[number];

/** The people of the matrix: the owner of things is Ann; Ben follows her, Dora does not, Cleo is blocked by her. */
export class World {
  private days = 0;

  private constructor(
    readonly roost: Roost,
    readonly ann: Person,
    private readonly people: Record<Exclude<Principal, 'anonymous' | 'scoped token'>, Person>,
    private readonly scoped: Client,
  ) {}

  static async make(roost: Roost): Promise<World> {
    const { ann, ben, cleo, max, ada, otto } = await roost.cast();
    // A second administrator, so that none of them is the last one.
    await roost.person({ handle: 'ada_two', role: 'administrator' });
    const dora = await roost.person({ handle: 'dora' });
    const scoped = new Client(roost.url, { authorization: `Bearer ${await roost.token(dora.id, ['push'])}` });
    const people = { member: ben, 'other member': dora, blocked: cleo, moderator: max, administrator: ada, suspended: otto };
    return new World(roost, ann, people, scoped);
  }

  person(principal: Principal): Person | null {
    return principal === 'anonymous' || principal === 'scoped token' ? null : this.people[principal];
  }

  /** How the principal calls: by an app's token, or from our web client where a route asks for it. */
  client(principal: Principal, web: boolean): Client {
    if (principal === 'anonymous') return this.roost.anonymous;
    if (principal === 'scoped token') return this.scoped;
    return web ? this.people[principal].web : this.people[principal];
  }

  /** How people stand to each other at the beginning of a row. */
  async resetRelations(): Promise<void> {
    const { db } = this.roost;
    for (const table of ['follow', 'follow_request', 'block', 'mute']) await db.query(`delete from ${table}`);
    await db.query('insert into follow (account_id, target_id) values ($1, $2)', [this.people.member.id, this.ann.id]);
    await db.query('insert into block (account_id, target_id) values ($1, $2)', [this.ann.id, this.people.blocked.id]);
  }

  /** Gives everybody back the sessions and tokens that a cell ended. */
  async signInAgain(): Promise<void> {
    for (const person of Object.values(this.people)) {
      await this.roost.db.query(
        `insert into session (token_hash, account_id, expires_at) values (sha256(convert_to($1, 'utf8')), $2, now() + interval '1 day') on conflict do nothing`,
        [person.cookie, person.id],
      );
    }
    await this.roost.db.query('update oauth_token set revoked_at = null');
  }

  /** Makes the thing that a cell is about and returns its id. `own` belongs to whoever calls, or to Ann where nobody can own one. */
  async thing(kind: ObjectKind, state: State, principal: Principal): Promise<string> {
    const caller = this.person(principal);
    const owner = state === 'own' && caller && principal !== 'suspended' ? caller : this.ann;
    switch (kind) {
      case 'status':
      case 'own-status':
      case 'boostable':
      case 'pinnable':
        return this.status(owner, state);
      case 'scheduled':
        return this.scheduled(owner, state);
      case 'poll':
        return this.poll(owner, state);
      case 'account':
      case 'other-account':
      case 'followable':
        return this.account(owner, state);
      case 'media':
        return this.media(owner, state);
      case 'notification':
        return this.notification(owner, state);
      case 'asking':
        return this.asking(owner, state);
      case 'announcement':
        return this.announcement(state, principal);
      case 'featured':
        if (state === 'deleted') return '1';
        await this.roost.db.query(`insert into tag (name, written) values ('dockswap', 'DockSwap') on conflict do nothing`);
        return this.row(
          `insert into featured_tag (account_id, tag_id) select $1, id from tag where name = 'dockswap'
           on conflict (account_id, tag_id) do update set created_at = now() returning id`,
          [owner.id],
        );
      case 'conversation':
        return this.conversation(owner, state);
      case 'list':
        return state === 'deleted' ? '1' : this.list(owner);
      case 'filter':
        return state === 'deleted' ? '1' : this.filter(owner);
      case 'filter-keyword':
        if (state === 'deleted') return '1';
        return this.row(`insert into filter_keyword (filter_id, keyword) values ($1, 'word') returning id`, [
          await this.filter(owner),
        ]);
      case 'filter-status':
        if (state === 'deleted') return '1';
        return this.row('insert into filter_status (filter_id, status_id) values ($1, $2) returning id', [
          await this.filter(owner),
          await this.status(owner, state),
        ]);
      case 'session':
        return this.session(owner, state);
      case 'report':
        return this.report(state);
      case 'connected-app':
        return this.connectedApp(owner, state);
      case 'request':
        return this.request(owner, state);
      case 'invitation':
        return this.row(
          `insert into invitation (token_hash, created_by, expires_at) values (sha256(random()::text::bytea), $1, now() + interval '1 day') returning id`,
          [this.ann.id],
        );
      case 'approval':
        return (await this.newcomer('waiting')).id;
      case 'person':
        return (await this.newcomer('active')).id;
    }
  }

  private async status(owner: Person, state: State, fields: Record<string, unknown> = {}): Promise<string> {
    const visibility = state === 'private' ? 'private' : 'public';
    const status = await owner.publishes('A post of the matrix', { visibility, ...fields });
    if (state === 'deleted') await owner.done('DELETE', `/api/v1/statuses/${status.id}`);
    return status.id;
  }

  private async poll(owner: Person, state: State): Promise<string> {
    const id = await this.status(owner, state, { poll: { options: ['Yes', 'No'], expires_in: 3600 } });
    return this.row('select poll_id as id from status where id = $1', [id]);
  }

  private async scheduled(owner: Person, state: State): Promise<string> {
    if (state === 'deleted') return '1';
    // A day each: there is room for 25 on one.
    const scheduled_at = new Date(Date.now() + ++this.days * 86_400_000).toISOString();
    return (await owner.done<{ id: string }>('POST', '/api/v1/statuses', { status: 'Later', scheduled_at })).id;
  }

  private async account(owner: Person, state: State): Promise<string> {
    if (state === 'deleted') return '1';
    return state === 'private' ? (await this.newcomer('active', true)).id : owner.id;
  }

  private async media(owner: Person, state: State): Promise<string> {
    if (state === 'deleted') return '1';
    const id = await this.row(
      `insert into media (account_id, key, content_type, bytes, width, height, preview_width, preview_height) values ($1, rtrim(translate(encode(sha256(random()::text::bytea), 'base64'), '+/', '-_'), '='), 'image/png', 1, 1, 1, 1, 1) returning id`,
      [owner.id],
    );
    return id;
  }

  private async notification(owner: Person, state: State): Promise<string> {
    const liker = await this.newcomer('active');
    const status = await owner.publishes('Somebody likes this');
    await liker.done('POST', `/api/v1/statuses/${status.id}/favourite`);
    const { rows } = await until(async () => {
      const found = await this.roost.db.query<{ id: string }>(
        'select id from notification where account_id = $1 and status_id = $2',
        [owner.id, status.id],
      );
      return found.rows.length > 0 && found;
    });
    if (state === 'deleted') await owner.done('DELETE', `/api/v1/statuses/${status.id}`);
    const id = rows[0]?.id ?? '';
    if (state === 'deleted')
      await until(async () => (await this.roost.db.query('select from notification where id = $1', [id])).rowCount === 0);
    return id;
  }

  /** Everybody's; whoever calls has answered it already. */
  private async announcement(state: State, principal: Principal): Promise<string> {
    if (state === 'deleted') return '1';
    const id = await this.row(`insert into announcement (text, published_at) values ('To everybody', now()) returning id`, []);
    const caller = this.person(principal);
    if (caller)
      await this.roost.db.query(`insert into announcement_reaction (announcement_id, account_id, name) values ($1, $2, '👍')`, [
        id,
        caller.id,
      ]);
    return id;
  }

  /** Somebody whose favourite was kept apart. */
  private async asking(owner: Person, state: State): Promise<string> {
    if (state === 'deleted') return '1';
    await owner.done('PATCH', '/api/v2/notifications/policy', { for_not_following: 'filter' });
    const liker = await this.newcomer('active');
    const status = await owner.publishes('Somebody nobody follows likes this');
    await liker.done('POST', `/api/v1/statuses/${status.id}/favourite`);
    const { rows } = await until(async () => {
      const found = await this.roost.db.query<{ id: string }>(
        'select id from notification_request where account_id = $1 and from_account_id = $2',
        [owner.id, liker.id],
      );
      return found.rows.length > 0 && found;
    });
    await owner.done('PATCH', '/api/v2/notifications/policy', { for_not_following: 'accept' });
    return rows[0]?.id ?? '';
  }

  private async conversation(owner: Person, state: State): Promise<string> {
    if (state === 'deleted') return '1';
    const writer = await this.newcomer('active');
    const status = await writer.publishes(`@${owner.handle} between us`, { visibility: 'direct' });
    const { rows } = await until(async () => {
      const found = await this.roost.db.query<{ id: string }>(
        'select id from conversation where account_id = $1 and last_status_id = $2',
        [owner.id, status.id],
      );
      return found.rows.length > 0 && found;
    });
    return rows[0]?.id ?? '';
  }

  /** As few of each as may be, so that a row that makes one never meets the limit. */
  private async list(owner: Person): Promise<string> {
    await this.roost.db.query('delete from list where account_id = $1', [owner.id]);
    return this.row(`insert into list (account_id, title) values ($1, 'A list') returning id`, [owner.id]);
  }

  private async filter(owner: Person): Promise<string> {
    await this.roost.db.query('delete from filter where account_id = $1', [owner.id]);
    return this.row(`insert into filter (account_id, title, context) values ($1, 'A filter', '{home}') returning id`, [owner.id]);
  }

  private session(owner: Person, state: State): Promise<string> | string {
    if (state === 'deleted') return '1';
    return this.row(
      `insert into session (token_hash, account_id, expires_at) values (sha256(random()::text::bytea), $1, now() + interval '1 day') returning id`,
      [owner.id],
    );
  }

  private async report(state: State): Promise<string> {
    if (state === 'deleted') return '1';
    const reporter = await this.newcomer('active');
    return this.row('insert into report (account_id, target_id) values ($1, $2) returning id', [reporter.id, this.ann.id]);
  }

  private async connectedApp(owner: Person, state: State): Promise<string> {
    if (state === 'deleted') return '1';
    const app = await this.row(
      `insert into oauth_app (client_id, secret_hash, name, redirect_uris, scopes) values (gen_random_uuid(), sha256('x'), 'App', '{}', '{read}') returning id`,
      [],
    );
    await this.roost.db.query(
      `insert into oauth_token (token_hash, app_id, account_id, scopes) values (sha256(random()::text::bytea), $1, $2, '{read}')`,
      [app, owner.id],
    );
    return app;
  }

  /** A follow request is named by who asks. */
  private async request(owner: Person, state: State): Promise<string> {
    const asker = await this.newcomer('active');
    if (state !== 'deleted')
      await this.roost.db.query('insert into follow_request (account_id, target_id) values ($1, $2)', [asker.id, owner.id]);
    return asker.id;
  }

  private newcomers = 0;
  private newcomer(state: 'active' | 'waiting', locked = false): Promise<Person> {
    return this.roost.person({ handle: `new_${this.newcomers++}`, state, locked });
  }

  private async row(sql: string, values: unknown[]): Promise<string> {
    const { rows } = await this.roost.db.query<{ id: string }>(sql, values);
    return rows[0]?.id ?? '';
  }
}
