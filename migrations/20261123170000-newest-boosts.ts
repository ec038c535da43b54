import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The newest boosters of a status: whose lists show a change of it, and the pages of its boosters. */
export class NewestBoosts20261123170000 implements MigrationInterface {
  name = 'NewestBoosts20261123170000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index status_boost_newest on status (boost_of_id, id desc) where boost_of_id is not null and deleted_at is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index status_boost_newest');
  }
}
