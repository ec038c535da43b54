import { SCOPES } from '@roost/contracts';
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { Client, Person } from './client.js';
import { newDatabase } from './postgres.js';
import { type ServerProcess, startServer } from './server-process.js';

/** A hash of the password `correct horse battery`, with the cheapest argon2id there is; a sign-in upgrades it. */
export const PASSWORD = 'correct horse battery';

export interface PersonFields {
  handle: string;
  role?: 'member' | 'moderator' | 'administrator';
  state?: 'unconfirmed' | 'waiting' | 'active' | 'suspended';
  kind?: 'person' | 'official' | 'bot';
  locked?: boolean;
  displayName?: string;
  passwordHash?: string;
}

/** The people every test knows: Ann posts, Ben follows her, Cleo is blocked by her, Max moderates, Ada administers, Otto is suspended. */
export interface Cast {
  ann: Person;
  ben: Person;
  cleo: Person;
  max: Person;
  ada: Person;
  otto: Person;
}

/** A real Roost on a database of its own. */
export class Roost {
  readonly anonymous: Client;
  private appId: string | null = null;

  private constructor(
    readonly server: ServerProcess,
    /** The database as its owner: for looking behind the scenes, not for shortcuts through the API. */
    readonly db: pg.Pool,
    readonly databaseUrl: string,
    readonly ownerUrl: string,
    private readonly drop: () => Promise<void>,
  ) {
    this.anonymous = new Client(server.url);
  }

  static async start(env: Record<string, string | undefined> = {}): Promise<Roost> {
    const database = await newDatabase();
    const server = await startServer({ databaseUrl: database.appUrl, ownerUrl: database.ownerUrl, env });
    return new Roost(
      server,
      new pg.Pool({ connectionString: database.ownerUrl, max: 3 }),
      database.appUrl,
      database.ownerUrl,
      database.drop,
    );
  }

  /** A Roost whose server somebody else starts and ends: for tests that kill it. Its `stop` is theirs too. */
  static around(server: ServerProcess, db: pg.Pool, database: Awaited<ReturnType<typeof newDatabase>>): Roost {
    return new Roost(server, db, database.appUrl, database.ownerUrl, database.drop);
  }

  get url(): string {
    return this.server.url;
  }

  async stop(): Promise<void> {
    await this.server.stop();
    // A connection that still says goodbye hears that its database was dropped; without a listener that ends the whole test run.
    this.db.on('error', () => undefined);
    await this.db.end();
    await this.drop();
  }

  /** Makes a person with a confirmed address, a signed-in browser and an app's token with every scope. */
  async person(fields: PersonFields): Promise<Person> {
    const email = `${fields.handle.replaceAll('_', '.')}@company.example`;
    const { rows } = await this.db.query<{ id: string }>(
      `insert into account (handle, display_name, role, state, kind, locked) values ($1, $2, $3, $4, $5, $6) returning id`,
      [
        fields.handle,
        fields.displayName ?? fields.handle.charAt(0).toUpperCase() + fields.handle.slice(1),
        fields.role ?? 'member',
        fields.state ?? 'active',
        fields.kind ?? 'person',
        fields.locked ?? false,
      ],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('no account');
    await this.db.query('insert into credential (account_id, email, password_hash, confirmed_at) values ($1, $2, $3, now())', [
      id,
      email,
      fields.passwordHash ?? 'none',
    ]);
    const token = await this.token(id, SCOPES);
    const cookie = randomBytes(32).toString('base64url');
    await this.db.query(`insert into session (token_hash, account_id, expires_at) values ($1, $2, now() + interval '1 day')`, [
      sha256(cookie),
      id,
    ]);
    return new Person(this.url, id, fields.handle, token, cookie, email);
  }

  /** A token of the tests' own app; without an account it is the app's own. */
  async token(accountId: string | null, scopes: readonly string[]): Promise<string> {
    if (this.appId === null) {
      const { rows } = await this.db.query<{ id: string }>(
        `insert into oauth_app (client_id, secret_hash, name, redirect_uris, scopes) values ('tests', $1, 'Tests', '{urn:ietf:wg:oauth:2.0:oob}', $2)
         on conflict (client_id) do update set name = excluded.name returning id`,
        [sha256('secret'), SCOPES],
      );
      this.appId = rows[0]?.id ?? null;
    }
    const token = randomBytes(32).toString('base64url');
    await this.db.query('insert into oauth_token (token_hash, app_id, account_id, scopes) values ($1, $2, $3, $4)', [
      sha256(token),
      this.appId,
      accountId,
      scopes,
    ]);
    return token;
  }

  /** The cast, with Ben following Ann and Cleo blocked by her. */
  async cast(): Promise<Cast> {
    const ann = await this.person({ handle: 'ann' });
    const ben = await this.person({ handle: 'ben' });
    const cleo = await this.person({ handle: 'cleo' });
    const max = await this.person({ handle: 'max', role: 'moderator' });
    const ada = await this.person({ handle: 'ada', role: 'administrator' });
    const otto = await this.person({ handle: 'otto', state: 'suspended' });
    await this.db.query('insert into follow (account_id, target_id) values ($1, $2)', [ben.id, ann.id]);
    await this.db.query(
      'update account set followers_count = followers_count + (id = $1)::int, following_count = following_count + (id = $2)::int where id in ($1, $2)',
      [ann.id, ben.id],
    );
    await this.db.query('insert into block (account_id, target_id) values ($1, $2)', [ann.id, cleo.id]);
    return { ann, ben, cleo, max, ada, otto };
  }
}

/** Starts a Roost for one test file. Stop it in `afterAll`. */
export function startRoost(env: Record<string, string | undefined> = {}): Promise<Roost> {
  return Roost.start(env);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
