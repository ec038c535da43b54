import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A poll that ended, and what moderators and the people concerned hear of. */
export class MoreNotificationTypes20261123180000 implements MigrationInterface {
  name = 'MoreNotificationTypes20261123180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notification drop constraint notification_type_check;
      alter table notification add constraint notification_type_check check (type in (
        'mention', 'status', 'reblog', 'follow', 'follow_request', 'favourite', 'update',
        'poll', 'admin.sign_up', 'admin.report', 'moderation_warning'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where type in ('poll', 'admin.sign_up', 'admin.report', 'moderation_warning');
      alter table notification drop constraint notification_type_check;
      alter table notification add constraint notification_type_check check (type in (
        'mention', 'status', 'reblog', 'follow', 'follow_request', 'favourite', 'update'))`);
  }
}
