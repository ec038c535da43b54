import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A code knows the token it was exchanged for, so that its second use can revoke that token. */
export class OauthCodeToken20261123121000 implements MigrationInterface {
  name = 'OauthCodeToken20261123121000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table oauth_code add column token_id bigint references oauth_token (id) on delete set null');
    await runner.query('create index oauth_code_account on oauth_code (account_id)');
    await runner.query('create index oauth_token_app on oauth_token (app_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index oauth_token_app');
    await runner.query('drop index oauth_code_account');
    await runner.query('alter table oauth_code drop column token_id');
  }
}
