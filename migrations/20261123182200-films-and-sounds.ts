import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Films and sounds beside pictures: they are prepared after their upload, may have no size, and a preview of their own. */
export class FilmsAndSounds20261123182200 implements MigrationInterface {
  name = 'FilmsAndSounds20261123182200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table media drop constraint media_type_check;
      alter table media add constraint media_type_check check (type in ('image', 'video', 'audio'));
      alter table media
        alter column width drop not null,
        alter column height drop not null,
        alter column preview_width drop not null,
        alter column preview_height drop not null,
        add column state text not null default 'ready' check (state in ('processing', 'ready', 'failed')),
        -- Why it failed: { code, error }.
        add column failure jsonb,
        add column duration double precision check (duration >= 0),
        add column frame_rate text check (length(frame_rate) <= 40),
        add column bitrate integer check (bitrate >= 0),
        -- Of a preview that was sent beside the file; without one the preview lies under the key of the file.
        add column preview_key text unique check (length(preview_key) between 20 and 100);
      alter table media add check (type <> 'image' or (width is not null and preview_width is not null));
      alter table media add check ((state = 'failed') = (failure is not null));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from media where type <> 'image';
      alter table media drop column state, drop column failure, drop column duration, drop column frame_rate, drop column bitrate, drop column preview_key,
        alter column width set not null, alter column height set not null,
        alter column preview_width set not null, alter column preview_height set not null;
      alter table media drop constraint media_type_check;
      alter table media add constraint media_type_check check (type in ('image'))`);
  }
}
