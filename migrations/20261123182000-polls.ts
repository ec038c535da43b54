import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Polls: a status names its poll, a ballot is what one person chose. */
export class Polls20261123182000 implements MigrationInterface {
  name = 'Polls20261123182000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table poll (
        id bigint primary key default roost_id(),
        account_id bigint not null references account (id) on delete cascade,
        options text[] not null check (cardinality(options) between 2 and 20),
        multiple boolean not null,
        hide_totals boolean not null,
        -- As the author chose it, so that sending it again moves nothing.
        seconds integer not null check (seconds > 0),
        expires_at timestamptz not null,
        -- When its end was told.
        ended_at timestamptz,
        -- Votes for each option, and people who voted.
        tallies integer[] not null check (cardinality(tallies) = cardinality(options)),
        voters_count integer not null default 0 check (voters_count >= 0),
        created_at timestamptz not null default now()
      );
      create index poll_due on poll (expires_at) where ended_at is null;

      create table poll_ballot (
        poll_id bigint not null references poll (id) on delete cascade,
        account_id bigint not null references account (id) on delete cascade,
        -- Positions of options, from 0.
        choices integer[] not null check (cardinality(choices) > 0),
        created_at timestamptz not null default now(),
        primary key (poll_id, account_id)
      );
      create index poll_ballot_account on poll_ballot (account_id);

      alter table status add column poll_id bigint references poll (id) on delete set null;
      create unique index status_poll on status (poll_id) where poll_id is not null;
      -- The titles and the kind of the poll in that version; null where there was none.
      alter table status_version add column poll jsonb;

      grant select, insert, update, delete on poll, poll_ballot to roost_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table status_version drop column poll;
      alter table status drop column poll_id;
      drop table poll_ballot, poll`);
  }
}
