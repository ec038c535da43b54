import { createHash, timingSafeEqual } from 'node:crypto';

/** A challenge is the base64url of a SHA-256. */
export function isChallenge(challenge: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(challenge);
}

/** RFC 7636, S256 only: `plain` proves nothing. */
export function answersChallenge(challenge: string, verifier: string | undefined): boolean {
  if (verifier === undefined || !/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  const answer = createHash('sha256').update(verifier, 'ascii').digest();
  const expected = Buffer.from(challenge, 'base64url');
  return expected.length === answer.length && timingSafeEqual(expected, answer);
}
