import { Preferences } from '@roost/contracts';

const STANDARD: Preferences = {
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

/** Preferences as stored, completed with the standard for everything never chosen. */
export function preferencesOf(stored: Record<string, unknown>): Preferences {
  const result = Preferences.safeParse({ ...STANDARD, ...stored });
  return result.success ? result.data : STANDARD;
}
