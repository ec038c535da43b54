import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits in base64url: cookies, tokens, links. Only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a secret. Enough without salt, because the secrets are random. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
