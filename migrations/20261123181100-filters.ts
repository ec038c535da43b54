import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody does not want to read for a while. */
export class Filters20261123181100 implements MigrationInterface {
  name = 'Filters20261123181100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table filter (
        id bigint primary key default roost_id(),
        account_id bigint not null references account (id) on delete cascade,
        title text not null check (length(title) between 1 and 256),
        context text[] not null
          check (cardinality(context) > 0 and context <@ array['home', 'notifications', 'public', 'thread', 'account']),
        action text not null default 'warn' check (action in ('warn', 'hide', 'blur')),
        expires_at timestamptz,
        created_at timestamptz not null default now()
      );
      create index filter_owner on filter (account_id, id);

      create table filter_keyword (
        id bigint primary key default roost_id(),
        filter_id bigint not null references filter (id) on delete cascade,
        keyword text not null check (length(keyword) between 1 and 512),
        whole_word boolean not null default true,
        created_at timestamptz not null default now()
      );
      create index filter_keyword_filter on filter_keyword (filter_id, id);

      create table filter_status (
        id bigint primary key default roost_id(),
        filter_id bigint not null references filter (id) on delete cascade,
        status_id bigint not null references status (id) on delete cascade,
        created_at timestamptz not null default now()
      );
      create unique index filter_status_pair on filter_status (filter_id, status_id);
      create index filter_status_status on filter_status (status_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table filter_status, filter_keyword, filter');
  }
}
