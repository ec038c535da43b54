import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people report to moderators, and the notification that tells of it. */
export class Reports20261123185000 implements MigrationInterface {
  name = 'Reports20261123185000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report (
        id bigint primary key default roost_id(),
        account_id bigint not null references account (id) on delete cascade,
        target_id bigint not null references account (id) on delete cascade,
        -- Statuses of the target that the reporter could see when they reported them.
        status_ids bigint[] not null default '{}' check (cardinality(status_ids) <= 100),
        comment text not null default '' check (length(comment) <= 1000),
        category text not null default 'other' check (category in ('spam', 'legal', 'violation', 'other')),
        assigned_id bigint references account (id) on delete set null,
        action_taken_at timestamptz,
        action_taken_by_id bigint references account (id) on delete set null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (account_id <> target_id)
      );
      create index report_open on report (id desc) where action_taken_at is null;
      create index report_target on report (target_id, id desc);
      create index report_account on report (account_id, id desc);
      grant select, insert, update, delete on report to roost_app;

      alter table notification add column report_id bigint references report (id) on delete cascade;
      create index notification_report on notification (report_id) where report_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notification drop column report_id;
      drop table report`);
  }
}
