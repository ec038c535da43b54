import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts that go out at a time of their author's choice, and the files they hold until then. */
export class ScheduledStatuses20261123182100 implements MigrationInterface {
  name = 'ScheduledStatuses20261123182100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scheduled_status (
        id bigint primary key default roost_id(),
        account_id bigint not null references account (id) on delete cascade,
        app_id bigint references oauth_app (id) on delete set null,
        scheduled_at timestamptz not null,
        params jsonb not null,
        -- Tries that ended for reasons which may pass.
        attempts integer not null default 0,
        -- When it was given up, and why: { code, error }.
        failed_at timestamptz,
        failure jsonb,
        created_at timestamptz not null default now(),
        check ((failed_at is null) = (failure is null))
      );
      create index scheduled_status_list on scheduled_status (account_id, id desc);
      create index scheduled_status_due on scheduled_status (scheduled_at) where failed_at is null;

      alter table media add column scheduled_id bigint references scheduled_status (id) on delete set null;
      create index media_scheduled on media (scheduled_id) where scheduled_id is not null;

      grant select, insert, update, delete on scheduled_status to roost_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table media drop column scheduled_id; drop table scheduled_status');
  }
}
