import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Browsers that a person has signed in on before, so that guessing from elsewhere cannot lock their owner out of these;
 * and the words by which people are found.
 */
export class PeopleUpkeep20261123000100 implements MigrationInterface {
  name = 'PeopleUpkeep20261123000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_device (
        account_id bigint not null references account (id) on delete cascade,
        token_hash bytea not null check (octet_length(token_hash) = 32),
        created_at timestamptz not null default now(),
        last_used_at timestamptz not null default now(),
        primary key (account_id, token_hash)
      );
      create index known_device_age on known_device (last_used_at);

      -- Words of a name without their accents, for finding people; kept by the database, so no writer can forget it.
      create function account_search_words() returns trigger language plpgsql as $$
      begin
        new.search := setweight(to_tsvector('simple', public.roost_unaccent(new.handle || ' ' || new.display_name)), 'A')
          || setweight(to_tsvector('simple', public.roost_unaccent(new.note)), 'C');
        return new;
      end $$;
      create trigger account_search_words before insert or update of handle, display_name, note on account
        for each row execute function account_search_words();
      update account set note = note;
      create index account_not_in_yet on account (id) where state in ('unconfirmed', 'waiting');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index account_not_in_yet;
      drop trigger account_search_words on account;
      drop function account_search_words();
      drop table known_device;
    `);
  }
}
