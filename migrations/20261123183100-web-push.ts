import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Web Push: the key pair of this Roost, and where apps want to be called. */
export class WebPush20261123183100 implements MigrationInterface {
  name = 'WebPush20261123183100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vapid_key (
        id integer generated always as identity primary key,
        public_key text not null check (length(public_key) = 87),
        private_sealed bytea not null,
        created_at timestamptz not null default now()
      );
      -- One Roost, one key.
      create unique index vapid_key_one on vapid_key ((true));

      -- The id is small because some apps read it as a 32-bit number. A subscription is made with a key and goes with it.
      create table push_subscription (
        id integer generated always as identity primary key,
        token_id bigint not null unique references oauth_token (id) on delete cascade,
        account_id bigint not null references account (id) on delete cascade,
        vapid_key_id integer not null references vapid_key (id) on delete cascade,
        endpoint text not null check (length(endpoint) between 1 and 2000),
        p256dh text not null check (length(p256dh) <= 100),
        auth text not null check (length(auth) <= 100),
        standard boolean not null default false,
        alerts text[] not null default '{}',
        policy text not null default 'all' check (policy in ('all', 'followed', 'follower', 'none')),
        token_sealed bytea not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index push_subscription_account on push_subscription (account_id);
      create index push_subscription_vapid_key on push_subscription (vapid_key_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table push_subscription; drop table vapid_key');
  }
}
