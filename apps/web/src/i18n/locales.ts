export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

/** Each language in its own words, for the switch. */
export const localeNames: Record<Locale, string> = { en: 'English', fr: 'Français' };

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

/** The first language of the browser that Roost speaks. */
export function browserLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const short = language.slice(0, 2).toLowerCase();
    if (isLocale(short)) return short;
  }
  return 'en';
}
