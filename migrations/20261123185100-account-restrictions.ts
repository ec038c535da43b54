import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What moderators can do to an account short of suspending it; each can hold beside the others. */
export class AccountRestrictions20261123185100 implements MigrationInterface {
  name = 'AccountRestrictions20261123185100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account
        -- Nobody signs in; what was written stays as it is.
        add column disabled boolean not null default false,
        -- Heard by those who follow, and found by nobody else.
        add column silenced boolean not null default false,
        -- Every picture and film is covered until it is asked for.
        add column sensitized boolean not null default false;
      -- Few ever are: those who read the company's posts ask for them by this.
      create index account_silenced on account (id) where silenced;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account drop column disabled, drop column silenced, drop column sensitized');
  }
}
