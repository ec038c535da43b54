import { randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createTransport } from 'nodemailer';
import { isLocal, type Settings } from '../config/settings.js';
import { type Finding, ok, problem } from './finding.js';

export function checkPublicUrl(settings: Settings): Finding {
  const url = new URL(settings.publicUrl);
  if (url.protocol === 'https:') return ok('address', settings.publicUrl);
  if (isLocal(url.hostname)) return ok('address', `${settings.publicUrl}, for this machine only`);
  return problem(
    'address',
    `${settings.publicUrl} is not https. Put a proxy with a certificate before Roost and set ROOST_PUBLIC_URL to its https address.`,
  );
}

/** Writes, flushes and removes a file. */
export async function checkDataDir(settings: Settings): Promise<Finding> {
  const folder = resolve(settings.dataDir);
  const path = join(folder, `.doctor-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(folder).catch((error: unknown) => {
      if (reasonOf(error) !== 'EEXIST') throw error;
    });
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile('x');
      await file.sync();
    } finally {
      await file.close();
      await rm(path, { force: true });
    }
    return ok('data folder', `${folder} can be written`);
  } catch (error) {
    return problem(
      'data folder',
      `${folder} cannot be written (${reasonOf(error)}). Give it to the user that runs Roost, or set ROOST_DATA_DIR.`,
    );
  }
}

export async function checkMail(settings: Settings): Promise<Finding> {
  if (settings.smtpUrl === undefined) return ok('mail', 'SMTP_URL is not set: mail stays in the local outbox, see roost mail');
  const transport = createTransport({ url: settings.smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000 });
  try {
    await transport.verify();
    return ok('mail', `${new URL(settings.smtpUrl).host} takes mail`);
  } catch (error) {
    return problem(
      'mail',
      `${new URL(settings.smtpUrl).host} refuses (${reasonOf(error)}). Correct SMTP_URL: smtps://user:password@host:465 or smtp://host:587.`,
    );
  } finally {
    transport.close();
  }
}

/** A short reason without secrets: the code where there is one. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
