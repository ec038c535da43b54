import { allows, type Scope, SCOPES } from '@roost/contracts';

const KNOWN = new Set<string>(SCOPES);

/** Scopes of a list with blanks between. Those we have no word for are ignored: apps ask for more than a server knows. */
export function readScopes(text: string | undefined): Scope[] {
  return [...new Set((text ?? '').split(/[\s+]+/))].filter((scope): scope is Scope => KNOWN.has(scope));
}

/**
 * What an app gets when it asks for `text`, out of what it registered.
 * @returns null when it asks for something it did not register, or for nothing we know
 */
export function grantScopes(text: string | undefined, registered: readonly string[]): Scope[] | null {
  const wanted = text === undefined || text.trim() === '' ? readScopes('read') : readScopes(text);
  if (wanted.length === 0) return null;
  return wanted.every((scope) => allows(registered, scope)) ? wanted : null;
}
