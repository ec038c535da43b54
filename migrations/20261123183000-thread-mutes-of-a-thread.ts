import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who muted a thread: asked for everybody who receives a reply in it at this moment. */
export class ThreadMutesOfAThread20261123183000 implements MigrationInterface {
  name = 'ThreadMutesOfAThread20261123183000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index thread_mute_thread on thread_mute (thread_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index thread_mute_thread');
  }
}
