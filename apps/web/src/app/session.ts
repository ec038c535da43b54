import type { AppState, CredentialAccount, Preferences, PreferencesPatch } from '@roost/contracts';
import type { z } from 'zod';
import { api } from '../api/client.js';
import { stateStore, useAppState } from '../api/state.js';
import { changeLook } from './common/look.js';
import { isLocale } from '../i18n/locales.js';
import { textNow } from '../i18n/use-text.js';
import { toast } from './common/toasts.js';
import { failureSentence } from './common/failure.js';

export interface Session {
  site: AppState['site'];
  account: CredentialAccount;
  preferences: Preferences;
}

const plain: Preferences = {
  language: null,
  theme: 'system',
  density: 'normal',
  single_keys: true,
  undo_seconds: 5,
  flow: false,
  posting_visibility: 'public',
  posting_language: null,
  posting_sensitive: false,
};

/** Who is signed in. Only for pages inside the frame; the routes send everybody else to the sign-in page. */
export function useSession(): Session {
  const data = useAppState();
  if (!data.account) throw new Error('This part of the page needs a signed-in account');
  return { site: data.site, account: data.account, preferences: data.preferences ?? plain };
}

/** Shows a change of preference at once, sends it, and takes it back with a word when the server refuses. */
export async function changePreferences(change: z.infer<typeof PreferencesPatch>): Promise<void> {
  const before = stateStore.get();
  const adopt = (preferences: Preferences | null | undefined) => {
    if (!before || !preferences) return Promise.resolve();
    stateStore.set({ ...before, preferences });
    const { theme, density, language } = preferences;
    return changeLook({ theme, density, language: isLocale(language) ? language : null });
  };
  await adopt({ ...(before?.preferences ?? plain), ...change });
  try {
    await api.patch<Preferences>('/api/roost/v1/preferences', { body: change });
  } catch (error) {
    await adopt(before?.preferences ?? plain);
    toast({ words: textNow('preferences.failed', { reason: failureSentence(error) }), tone: 'trouble' });
  }
}

/** Ends this session; drafts stay on the device for the same account. */
export async function signOut(): Promise<void> {
  await api.delete('/api/roost/v1/sessions/current');
  location.assign('/sign-in');
}
