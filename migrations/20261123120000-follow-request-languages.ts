import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A follow request carries the languages asked for, so that they are not lost when it is accepted. */
export class FollowRequestLanguages20261123120000 implements MigrationInterface {
  name = 'FollowRequestLanguages20261123120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table follow_request add column languages text[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table follow_request drop column languages');
  }
}
