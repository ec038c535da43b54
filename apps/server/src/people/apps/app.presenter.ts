import type { Application, CredentialApplication } from '@roost/contracts';
import type { AppRow } from './app.repository.js';

/** @param vapidKey what the app subscribes to Web Push with */
export function presentApp(app: Omit<AppRow, 'secret_hash' | 'client_id'>, vapidKey: string): Application {
  return {
    id: app.id,
    name: app.name,
    website: app.website,
    scopes: app.scopes,
    redirect_uris: app.redirect_uris,
    redirect_uri: app.redirect_uris.join('\n'),
    vapid_key: vapidKey,
  };
}

export function presentRegistered(app: Omit<AppRow, 'secret_hash'>, secret: string, vapidKey: string): CredentialApplication {
  return { ...presentApp(app, vapidKey), client_id: app.client_id, client_secret: secret, client_secret_expires_at: 0 };
}
