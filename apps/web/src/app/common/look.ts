import type { Preferences } from '@roost/contracts';
import { activateLocale } from '../../i18n/catalogues.js';
import { browserLocale, isLocale, type Locale } from '../../i18n/locales.js';
import { createStore } from './store.js';

/** What the page looks like on this device before the server has been asked. boot.js reads the same entry. */
export interface Look {
  theme: Preferences['theme'];
  density: Preferences['density'];
  language: Locale | null;
}

const key = 'roost.look';
const plain: Look = { theme: 'system', density: 'normal', language: null };

function read(): Look {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Look>;
    return { ...plain, ...stored, language: isLocale(stored.language) ? stored.language : null };
  } catch {
    return plain;
  }
}

export const lookStore = createStore<Look>(read());

/** Shows and remembers a change of theme, density or language. */
export async function changeLook(change: Partial<Look>): Promise<void> {
  const before = lookStore.get();
  const next = { ...before, ...change };
  lookStore.set(next);
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing still shows the choice until the page closes.
  }
  const root = document.documentElement;
  setData(root, 'theme', next.theme === 'system' ? null : next.theme);
  setData(root, 'density', next.density === 'normal' ? null : next.density);
  if (localeOf(next) !== localeOf(before)) await activateLocale(localeOf(next));
}

/** The language that an app asked for when it sent somebody here. It counts until the person chooses, and is not remembered. */
let asked: Locale | null = null;

export async function suggestLocale(language: Locale): Promise<void> {
  const before = localeOf(lookStore.get());
  asked = language;
  if (localeOf(lookStore.get()) !== before) await activateLocale(language);
}

export function localeOf(look: Look): Locale {
  return look.language ?? asked ?? browserLocale(navigator.languages);
}

function setData(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete root.dataset[name];
  else root.dataset[name] = value;
}
