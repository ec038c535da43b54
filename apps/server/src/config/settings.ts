import { isIP } from 'node:net';
import { z } from 'zod';
import { ForwardedAddress } from './forwarded-address.js';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

/** A variable that is set to nothing counts as not set: that is how compose files and CI leave one out. */
const optional = z
  .string()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

/** Every setting Roost reads from its environment. The descriptions become docs/operations/settings.md. */
export const SettingsSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Port that Roost listens on.'),
    HOST: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('Address that Roost listens on. The default answers this machine only; 0.0.0.0 answers the network.'),
    ROOST_PUBLIC_URL: optional
      .pipe(z.url({ protocol: /^https?$/ }).optional())
      .describe(
        'Address people type, with its scheme and without a path, for example https://roost.example.com. Default: http://localhost and the port.',
      ),
    ROOST_DATA_DIR: z.string().min(1).default('data').describe('Folder for uploaded files and the embedded PostgreSQL.'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
      .describe('PostgreSQL 15 or newer. Unset: `npm start` runs its own PostgreSQL in the data folder and fills this in.'),
    DATABASE_OWNER_URL: optional
      .pipe(
        z
          .string()
          .regex(/^postgres(ql)?:\/\//)
          .optional(),
      )
      .describe(
        'Connection of the role that owns the tables, used for migrations only. Default: DATABASE_URL. Give two roles and the application cannot alter the journal.',
      ),
    DATABASE_POOL_SIZE: z.coerce
      .number()
      .int()
      .min(2)
      .max(200)
      .default(10)
      .describe('Connections that one Roost process keeps to PostgreSQL.'),
    REDIS_URL: optional.describe('Reserved for relaying the journal between many nodes; one node needs none.'),
    SMTP_URL: optional
      .pipe(z.url({ protocol: /^smtps?$/ }).optional())
      .describe(
        'Mail server, for example smtps://user:password@mail.example.com:465. Unset: mail stays in the local outbox, shown by `npm run roost -- mail`.',
      ),
    MAIL_FROM: z.string().min(3).default('Roost <roost@localhost>').describe('Sender of the mail that Roost writes.'),
    ROOST_ROLE: z
      .enum(['all', 'web', 'worker'])
      .default('all')
      .describe('What this process does: all, only HTTP and sockets, or only jobs and journal consumers.'),
    ROOST_TRUSTED_PROXIES: z
      .string()
      .default('loopback')
      .describe(
        'Addresses or networks, separated by commas, whose X-Forwarded-For and X-Forwarded-Proto are believed. loopback means this machine.',
      ),
    ROOST_TEST_MODE: flag.describe(
      'For test suites of apps only: sign-up and sign-in through the API, cheap password hashing, no rate limits. Refused when HOST or ROOST_PUBLIC_URL is not on this machine; docs/how-to/run-client-suites.md tells all.',
    ),
    ROOST_CHECK_ANSWERS: flag.describe(
      'For development and test suites: every answer is held against the schema its route promises; one that breaks it becomes an error.',
    ),
    ROOST_TEST_ADMIN: optional
      .pipe(
        z
          .string()
          .regex(/^[^\s:@]+@[^\s:]+:.+$/, 'must be mail:password')
          .optional(),
      )
      .describe(
        'In test mode only: an administrator to make at the start, as mail:password, for example ada@example.com:correct-horse.',
      ),
    ROOST_SECRET_KEY: optional
      .pipe(z.string().min(32, 'must be at least 32 characters').optional())
      .describe(
        'What Roost seals secrets with that it must be able to read again: the key of Web Push and the tokens that go with it. At least 32 random characters. Unset: made once and kept as secret.key in the data folder; the same for all nodes.',
      ),
    ROOST_EGRESS_ALLOW: optional
      .pipe(
        z
          .string()
          .refine(
            (list) => list.split(',').every((part) => isHostOrNetwork(part.trim())),
            'must hold host names, addresses or networks',
          )
          .optional(),
      )
      .describe(
        'Private hosts or networks that Roost may call over https, separated by commas, for example push.corp.example,10.2.0.0/16. Unset: public addresses only.',
      ),
    ROOST_RATE_LIMITS: optional
      .pipe(z.enum(['on', 'off']).optional())
      .describe(
        'Whether callers are limited: on or off. Default: on, and off in test mode. Turn it off only where a proxy does it.',
      ),
    ROOST_LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
      .default('info')
      .describe('How much is logged.'),
    ROOST_STATEMENT_TIMEOUT_MS: z.coerce
      .number()
      .int()
      .min(100)
      .max(600000)
      .default(10000)
      .describe('How long one database statement may take, in milliseconds.'),
    NODE_ENV: z
      .enum(['production', 'development', 'test'])
      .default('production')
      .describe('In development the web client’s own server, on another port of this machine, may call Roost too.'),
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    publicUrl: new URL(env.ROOST_PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin,
    publicUrlGiven: env.ROOST_PUBLIC_URL !== undefined,
    dataDir: env.ROOST_DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? env.DATABASE_URL,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    statementTimeoutMs: env.ROOST_STATEMENT_TIMEOUT_MS,
    redisUrl: env.REDIS_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    role: env.ROOST_ROLE,
    trustedProxies: env.ROOST_TRUSTED_PROXIES.split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    secretKey: env.ROOST_SECRET_KEY ?? null,
    egressAllow: (env.ROOST_EGRESS_ALLOW ?? '')
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part !== ''),
    testMode: env.ROOST_TEST_MODE,
    checkAnswers: env.ROOST_CHECK_ANSWERS,
    testAdmin: env.ROOST_TEST_ADMIN === undefined ? null : readTestAdmin(env.ROOST_TEST_ADMIN),
    rateLimits: env.ROOST_RATE_LIMITS === undefined ? !env.ROOST_TEST_MODE : env.ROOST_RATE_LIMITS === 'on',
    logLevel: env.ROOST_LOG_LEVEL,
    development: env.NODE_ENV === 'development',
  }));

/** A name, an address, or a network as 10.2.0.0/16. */
function isHostOrNetwork(text: string): boolean {
  const [address = '', prefix, more] = text.split('/');
  const family = isIP(address);
  if (family === 0) return prefix === undefined && /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(address);
  return (
    more === undefined && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)))
  );
}

export type SettingsValues = z.output<typeof SettingsSchema>;

/**
 * Checked settings, injected by this class. Frozen: nothing changes after the start, except that in test mode `publicUrl` is the address
 * under which a proxy was asked (see {@link ForwardedAddress}).
 */
export class Settings {
  static from(values: SettingsValues): Settings {
    const settings = Object.assign(new Settings(), values);
    if (values.testMode)
      Object.defineProperty(settings, 'publicUrl', {
        enumerable: true,
        get: () => ForwardedAddress.current ?? values.publicUrl,
      });
    return Object.freeze(settings);
  }
}
export interface Settings extends SettingsValues {}

/** A setting that cannot work; the message names the variable and the cure. */
export class BadSetting extends Error {}

/** Reads and checks all settings. @throws BadSetting naming every wrong variable */
export function loadSettings(env: Record<string, string | undefined>): Settings {
  const result = SettingsSchema.safeParse(env);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.') || 'settings'} ${issue.message}`);
    throw new BadSetting(
      `Roost cannot start with these settings: ${lines.join('; ')}. docs/operations/settings.md lists them all.`,
    );
  }
  const values = result.data;
  const problem = testModeProblem(values);
  if (problem !== null) throw new BadSetting(problem);
  return Settings.from(values);
}

/** Test mode hands out accounts and an administrator's password: it must be out of reach of everybody but this machine. */
function testModeProblem(values: SettingsValues): string | null {
  if (!values.testMode)
    return values.testAdmin === null ? null : 'ROOST_TEST_ADMIN works in test mode only. Unset it, or set ROOST_TEST_MODE=1.';
  if (!isLocal(new URL(values.publicUrl).hostname))
    return 'ROOST_TEST_MODE switches protections off and works on localhost only. Unset it, or unset ROOST_PUBLIC_URL.';
  if (!isLocal(values.host.includes(':') ? `[${values.host.replace(/^\[|\]$/g, '')}]` : values.host))
    return `ROOST_TEST_MODE switches protections off, and HOST=${values.host} would open Roost to the network. Unset one of them: a proxy on this machine reaches 127.0.0.1.`;
  return null;
}

function readTestAdmin(written: string): { email: string; password: string } {
  const colon = written.indexOf(':', written.indexOf('@'));
  return { email: written.slice(0, colon), password: written.slice(colon + 1) };
}

/** True for names and addresses that only reach this machine. */
export function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}
