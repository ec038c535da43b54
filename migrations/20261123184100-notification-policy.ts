import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose notifications somebody wants kept apart or not at all, and what was kept apart for them. */
export class NotificationPolicy20261123184100 implements MigrationInterface {
  name = 'NotificationPolicy20261123184100';

  async up(runner: QueryRunner): Promise<void> {
    const handling = (name: string) => `${name} text not null default 'accept' check (${name} in ('accept', 'filter', 'drop'))`;
    await runner.query(`
      -- No row: everything is accepted.
      create table notification_policy (
        account_id bigint primary key references account (id) on delete cascade,
        ${handling('for_not_following')},
        ${handling('for_not_followers')},
        ${handling('for_new_accounts')},
        ${handling('for_private_mentions')},
        ${handling('for_limited_accounts')}
      );

      -- Let in whatever the policy says.
      create table notification_permission (
        account_id bigint not null references account (id) on delete cascade,
        from_account_id bigint not null references account (id) on delete cascade,
        created_at timestamptz not null default now(),
        primary key (account_id, from_account_id)
      );
      create index notification_permission_from on notification_permission (from_account_id);

      create table notification_request (
        id bigint primary key default roost_id(),
        account_id bigint not null references account (id) on delete cascade,
        from_account_id bigint not null references account (id) on delete cascade,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index notification_request_pair on notification_request (account_id, from_account_id);
      create index notification_request_list on notification_request (account_id, id desc);
      create index notification_request_from on notification_request (from_account_id);

      alter table notification add column filtered boolean not null default false;
      create index notification_kept_apart on notification (account_id, from_account_id, id desc) where filtered`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where filtered;
      drop index notification_kept_apart;
      alter table notification drop column filtered;
      drop table notification_request, notification_permission, notification_policy`);
  }
}
