import { i18n, type Messages } from '@lingui/core';
import type { Locale } from './locales.js';

/** `outside` is for signing in, `entrance` for making an account, `inside` for the frame and its first pages, `pages` for the rest. */
type Group = 'outside' | 'entrance' | 'inside' | 'pages';

const loaders: Record<Group, Record<Locale, () => Promise<{ default: Messages }>>> = {
  outside: { en: () => import('virtual:messages/outside/en'), fr: () => import('virtual:messages/outside/fr') },
  entrance: { en: () => import('virtual:messages/entrance/en'), fr: () => import('virtual:messages/entrance/fr') },
  inside: { en: () => import('virtual:messages/inside/en'), fr: () => import('virtual:messages/inside/fr') },
  pages: { en: () => import('virtual:messages/pages/en'), fr: () => import('virtual:messages/pages/fr') },
};
const wanted = new Set<Group>();

/** Has a group of texts come with the next language that is activated, without asking for it separately. */
export function expectTexts(group: Group): void {
  wanted.add(group);
}

/** Loads a group of texts in the current language. */
export async function loadTexts(group: Group): Promise<void> {
  wanted.add(group);
  await load(group, i18n.locale as Locale);
}

/** Switches the language of the interface in place, without a reload. */
export async function activateLocale(locale: Locale): Promise<void> {
  wanted.add('outside');
  await Promise.all([...wanted].map((group) => load(group, locale)));
  document.documentElement.lang = locale;
  i18n.activate(locale);
}

async function load(group: Group, locale: Locale): Promise<void> {
  i18n.load(locale, (await loaders[group][locale]()).default);
}
