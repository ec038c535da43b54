import { domainToASCII } from 'node:url';

export interface EmailAddress {
  /** As mail is sent to it: the local part as written, the domain folded. */
  address: string;
  local: string;
  /** Lower case, in ASCII (`xn--` for others). */
  domain: string;
}

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads a mail address in the one form that Roost takes: a plain local part, no quotes, no comments, no address literals, no trailing dot.
 * @returns null for everything else
 */
export function parseEmail(written: string): EmailAddress | null {
  const text = written.trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = at < 1 ? null : canonicalDomain(text.slice(at + 1));
  if (domain === null || local.length > 64 || !LOCAL.test(local)) return null;
  const address = `${local}@${domain}`;
  return address.length > 254 ? null : { address, local, domain };
}

/** An address that test suites may use: `@localhost` is none that mail reaches, but what many of them write. */
export function parseTestEmail(written: string): string | null {
  const local = /^(.{1,64})@localhost$/i.exec(written.trim())?.[1];
  return local !== undefined && LOCAL.test(local) ? `${local}@localhost` : (parseEmail(written)?.address ?? null);
}

/** A mail domain folded as browsers and mail servers fold it (case, width, IDN). @returns null when it is none */
export function canonicalDomain(written: string): string | null {
  // domainToASCII cuts these off like a browser does; in an address they are no part of a domain.
  if (/[\s/\\?#:@[\]%]/.test(written)) return null;
  const domain = domainToASCII(written.normalize('NFKC'));
  const labels = domain.split('.');
  if (domain.length > 253 || labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  // All figures at the end is an address of a machine, not a domain.
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : domain;
}
