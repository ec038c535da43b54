import pg from 'pg';
import { appRole } from './cluster.mjs';

/** Makes what is missing: the group role that migrations grant to, the login that the application uses, and the database. */
export async function prepareDatabase({ superUrl, ownerUrl, appUrl }, secrets) {
  await withClient(superUrl, async (client) => {
    const { rows } = await client.query(
      `select exists (select from pg_roles where rolname = 'roost_app') as group_role,
              exists (select from pg_roles where rolname = $1) as login,
              exists (select from pg_authid where rolname = $1 and rolpassword is not null) as password,
              exists (select from pg_database where datname = 'roost') as database`,
      [appRole],
    );
    const there = rows[0];
    if (!there.group_role) await client.query('create role roost_app nologin');
    if (!there.login) await client.query(`create role ${appRole} login in role roost_app`);
    if (!there.database) {
      await client.query('create database roost');
      await client.query('revoke all on database roost from public');
      await client.query('grant connect, temporary on database roost to roost_app');
    }
    if (!there.password || !(await canConnect(appUrl)))
      await client.query(`alter role ${appRole} password ${client.escapeLiteral(secrets.app)}`);
  });
  await withClient(ownerUrl, (client) => client.query('select 1'));
}

async function canConnect(connectionString) {
  try {
    await withClient(connectionString, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
