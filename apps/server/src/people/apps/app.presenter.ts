import type { Application, CredentialApplication } from '@roost/contracts';
import type { AppRow } from './app.repository.js';

export function presentApp(app: Omit<AppRow, 'secret_hash' | 'client_id'>): Application {
  return {
    id: app.id,
    name: app.name,
    website: app.website,
    scopes: app.scopes,
    redirect_uris: app.redirect_uris,
    redirect_uri: app.redirect_uris.join('\n'),
    // Push is not offered yet; apps decode the field whether they use it or not.
    vapid_key: '',
  };
}

export function presentRegistered(app: Omit<AppRow, 'secret_hash'>, secret: string): CredentialApplication {
  return { ...presentApp(app), client_id: app.client_id, client_secret: secret, client_secret_expires_at: 0 };
}
