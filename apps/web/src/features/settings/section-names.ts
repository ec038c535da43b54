import type { IconName } from '@roost/ui';

/** The sections of the settings in their order, each with its picture. */
export const sectionIcons = {
  profile: 'user',
  account: 'key',
  sessions: 'phone',
  apps: 'link',
  appearance: 'eye',
  language: 'globe',
  hidden: 'eyeoff',
  filters: 'filter',
  people: 'users',
  announcements: 'megaphone',
} as const satisfies Record<string, IconName>;
export type SectionName = keyof typeof sectionIcons;

/** Sections for administrators. */
export const adminSections: readonly SectionName[] = ['people', 'announcements'];

/** Those that somebody can open. */
export function sectionsOf(role: string): SectionName[] {
  return (Object.keys(sectionIcons) as SectionName[]).filter((name) => !adminSections.includes(name) || role === 'administrator');
}
