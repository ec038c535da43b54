import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people put on their own profile: tags and colleagues; what they note about others; whom they do not want suggested. */
export class FeaturedAndEndorsed20261123184200 implements MigrationInterface {
  name = 'FeaturedAndEndorsed20261123184200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table featured_tag (
        id bigint primary key default roost_id(),
        account_id bigint not null references account (id) on delete cascade,
        tag_id bigint not null references tag (id) on delete cascade,
        created_at timestamptz not null default now()
      );
      create unique index featured_tag_pair on featured_tag (account_id, tag_id);
      create index featured_tag_tag on featured_tag (tag_id);

      create table endorsement (
        id bigint primary key default roost_id(),
        account_id bigint not null references account (id) on delete cascade,
        target_id bigint not null references account (id) on delete cascade,
        created_at timestamptz not null default now(),
        check (account_id <> target_id)
      );
      create unique index endorsement_pair on endorsement (account_id, target_id);
      create index endorsement_list on endorsement (account_id, id desc);
      create index endorsement_target on endorsement (target_id);

      create table account_note (
        account_id bigint not null references account (id) on delete cascade,
        target_id bigint not null references account (id) on delete cascade,
        comment text not null check (length(comment) between 1 and 2000),
        updated_at timestamptz not null default now(),
        primary key (account_id, target_id)
      );
      create index account_note_target on account_note (target_id);

      create table suggestion_dismissal (
        account_id bigint not null references account (id) on delete cascade,
        target_id bigint not null references account (id) on delete cascade,
        created_at timestamptz not null default now(),
        primary key (account_id, target_id)
      );
      create index suggestion_dismissal_target on suggestion_dismissal (target_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table suggestion_dismissal, account_note, endorsement, featured_tag');
  }
}
