import type { AuthorizationAnswer, CredentialApplication, Token } from '@roost/contracts';
import type { Person, Roost } from '@roost/test-kit';
import { createHash, randomBytes } from 'node:crypto';

export const CALLBACK = 'https://app.example/callback';

/** Registers an app as a web client of another site does. */
export async function anApp(roost: Roost, fields: Record<string, unknown> = {}): Promise<CredentialApplication> {
  const answer = await roost.anonymous.post<CredentialApplication>('/api/v1/apps', {
    client_name: 'Elk',
    redirect_uris: CALLBACK,
    scopes: 'read write follow push',
    ...fields,
  });
  if (answer.status !== 200) throw new Error(`no app: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The person says yes in their browser; returns the code that the app receives. */
export async function letIn(person: Person, app: CredentialApplication, fields: Record<string, unknown> = {}): Promise<string> {
  const answer = await person.web.post<AuthorizationAnswer>('/api/roost/v1/authorizations', {
    client_id: app.client_id,
    redirect_uri: app.redirect_uris[0],
    scope: 'read write',
    response_type: 'code',
    approve: true,
    ...fields,
  });
  if (answer.status !== 200) throw new Error(`not let in: ${JSON.stringify(answer.body)}`);
  if ('code' in answer.body) return answer.body.code;
  const code = /[?&]code=([^&]+)/.exec(answer.body.redirect)?.[1];
  if (code === undefined) throw new Error(`no code in ${answer.body.redirect}`);
  return code;
}

export function exchange(roost: Roost, app: CredentialApplication, code: string, fields: Record<string, unknown> = {}) {
  return roost.anonymous.post<Token & { error?: string; error_description?: string }>('/oauth/token', {
    grant_type: 'authorization_code',
    client_id: app.client_id,
    client_secret: app.client_secret,
    redirect_uri: app.redirect_uris[0],
    code,
    ...fields,
  });
}

/** A PKCE pair. */
export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
