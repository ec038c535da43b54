import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notifications by those whom moderators silenced are kept apart until somebody chooses otherwise. */
export class SilencedKeptApart20261123185200 implements MigrationInterface {
  name = 'SilencedKeptApart20261123185200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table notification_policy alter column for_limited_accounts set default 'filter'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table notification_policy alter column for_limited_accounts set default 'accept'`);
  }
}
