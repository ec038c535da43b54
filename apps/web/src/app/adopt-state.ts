import type { AppState } from '@roost/contracts';
import { isLocale } from '../i18n/locales.js';
import { rememberInside } from './head-start.js';
import { changeLook } from './common/look.js';

let adopted: AppState | undefined;

/** The account's own theme, density and language win over what this device remembered; once per answer of the server. */
export async function adoptState(state: AppState): Promise<void> {
  if (adopted === state) return;
  adopted = state;
  rememberInside(state.signed_in);
  const wanted = state.preferences;
  if (!wanted) return;
  await changeLook({
    theme: wanted.theme,
    density: wanted.density,
    ...(isLocale(wanted.language) ? { language: wanted.language } : {}),
  });
}
