import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of people whose posts somebody reads apart. */
export class Lists20261123181000 implements MigrationInterface {
  name = 'Lists20261123181000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table list (
        id bigint primary key default roost_id(),
        account_id bigint not null references account (id) on delete cascade,
        title text not null check (length(title) between 1 and 256),
        replies_policy text not null default 'list' check (replies_policy in ('followed', 'list', 'none')),
        exclusive boolean not null default false,
        created_at timestamptz not null default now()
      );
      create index list_owner on list (account_id, id);

      -- A member is somebody the owner follows, and stays one only as long: whatever ends the follow ends the membership.
      -- Owners may be members of their own lists, where there is no follow.
      create table list_member (
        id bigint primary key default roost_id(),
        list_id bigint not null references list (id) on delete cascade,
        account_id bigint not null references account (id) on delete cascade,
        follow_id bigint references follow (id) on delete cascade,
        created_at timestamptz not null default now()
      );
      create unique index list_member_pair on list_member (list_id, account_id);
      create index list_member_newest on list_member (list_id, id desc);
      create index list_member_account on list_member (account_id);
      create index list_member_follow on list_member (follow_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table list_member, list');
  }
}
