import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the company tells everybody, who read it, and what they made of it. */
export class Announcements20261123184300 implements MigrationInterface {
  name = 'Announcements20261123184300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table announcement (
        id bigint primary key default roost_id(),
        account_id bigint references account (id) on delete set null,
        text text not null check (length(text) between 1 and 2000),
        entities jsonb not null default '[]',
        -- When the thing itself is, as far as it has a time.
        starts_at timestamptz,
        -- Its end takes the announcement away.
        ends_at timestamptz,
        all_day boolean not null default false,
        publish_at timestamptz not null default now(),
        published_at timestamptz,
        ended_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (ends_at > starts_at)
      );
      create index announcement_author on announcement (account_id);
      create index announcement_due on announcement (publish_at) where published_at is null;
      create index announcement_ending on announcement (ends_at) where ended_at is null and published_at is not null;

      create table announcement_read (
        announcement_id bigint not null references announcement (id) on delete cascade,
        account_id bigint not null references account (id) on delete cascade,
        created_at timestamptz not null default now(),
        primary key (account_id, announcement_id)
      );
      create index announcement_read_announcement on announcement_read (announcement_id);

      create table announcement_reaction (
        announcement_id bigint not null references announcement (id) on delete cascade,
        account_id bigint not null references account (id) on delete cascade,
        name text not null check (length(name) between 1 and 32),
        created_at timestamptz not null default now(),
        primary key (announcement_id, name, account_id)
      );
      create index announcement_reaction_account on announcement_reaction (account_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table announcement_reaction, announcement_read, announcement');
  }
}
