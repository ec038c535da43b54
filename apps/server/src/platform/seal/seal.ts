import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Settings } from '../../config/settings.js';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** Sealed with another key, or for another purpose, or damaged. */
export class CannotOpen extends Error {
  constructor() {
    super(
      'A sealed secret cannot be opened: ROOST_SECRET_KEY or secret.key in the data folder is not the one it was sealed with.',
    );
  }
}

/**
 * Keeps secrets in the database that Roost itself must read again; everything else is stored as a hash. The key lies outside the
 * database, so a copy of the database alone opens nothing.
 */
@Injectable()
export class Seal {
  private readonly keys = new Map<string, Buffer>();
  private secret: Buffer | null = null;

  constructor(private readonly settings: Settings) {}

  /** @param purpose what it is for; it opens for nothing else */
  seal(text: string, purpose: string): Buffer {
    const iv = randomBytes(IV);
    const cipher = createCipheriv(CIPHER, this.keyFor(purpose), iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws CannotOpen */
  open(sealed: Buffer, purpose: string): string {
    const key = this.keyFor(purpose);
    try {
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV), { authTagLength: TAG });
      decipher.setAuthTag(sealed.subarray(IV, IV + TAG));
      return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]).toString('utf8');
    } catch {
      throw new CannotOpen();
    }
  }

  private keyFor(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    this.secret ??= this.settings.secretKey === null ? this.fromFile() : Buffer.from(this.settings.secretKey, 'utf8');
    const key = Buffer.from(hkdfSync('sha256', this.secret, Buffer.alloc(0), `roost ${purpose}`, 32));
    this.keys.set(purpose, key);
    return key;
  }

  /** Made by whichever process needs it first; the others read it. */
  private fromFile(): Buffer {
    const folder = resolve(this.settings.dataDir);
    const file = join(folder, 'secret.key');
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'utf8');
  }
}
