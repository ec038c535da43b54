import { buttonClass, EmptyState, Icon } from '@roost/ui';
import { createLazyRoute, Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { NotFoundWords } from '../../app/not-found.js';
import { useSession } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { useText } from '../../i18n/use-text.js';
import { FiltersSection } from '../filters/filters-section.js';
import { AccountSection } from './account-section.js';
import { AnnouncingSection } from './announcing-section.js';
import { AppearanceSection } from './appearance-section.js';
import { AppsSection } from './apps-section.js';
import { HiddenSection } from './hidden-section.js';
import { LanguageSection } from './language-section.js';
import { DoorSection } from './door-section.js';
import { ProfileSection } from './profile-section.js';
import { adminSections, sectionIcons, sectionsOf, type SectionName } from './section-names.js';
import { SessionsSection } from './sessions-section.js';
import styles from './settings.module.css';

export const Route = createLazyRoute('/inside/settings/$section')({ component: SettingsPage });

const sections: Record<SectionName, ComponentType> = {
  profile: ProfileSection,
  account: AccountSection,
  sessions: SessionsSection,
  apps: AppsSection,
  appearance: AppearanceSection,
  language: LanguageSection,
  hidden: HiddenSection,
  filters: FiltersSection,
  people: DoorSection,
  announcements: AnnouncingSection,
};

function isName(name: string): name is SectionName {
  return Object.hasOwn(sections, name);
}

/** One section at a time, each with an address of its own. */
function SettingsPage() {
  const t = useText();
  const { section } = Route.useParams();
  const { account } = useSession();
  const administrator = account.roost.role === 'administrator';
  const names = sectionsOf(account.roost.role);
  const known = isName(section) ? section : null;
  const Draw = known && sections[known];
  return (
    <Page
      title={known ? t(`settings.section.${known}`) : t('settings.title')}
      note={known ? t('settings.title') : undefined}
      back
      aside={
        <div className="sheet pad-s">
          <SectionList names={names} />
        </div>
      }
    >
      <div className={styles.inMain}>
        <SectionList names={names} />
      </div>
      {known && adminSections.includes(known) && !administrator ? (
        <div className="sheet flat">
          <EmptyState
            icon="lock"
            title={t('settings.adminOnly.title')}
            actions={
              <Link to="/settings/$section" params={{ section: 'profile' }} className={buttonClass('line')}>
                {t('settings.back')}
              </Link>
            }
          >
            <p>{t('settings.adminOnly.words')}</p>
          </EmptyState>
        </div>
      ) : Draw ? (
        <Draw />
      ) : (
        <div className="sheet flat">
          <NotFoundWords level={2} />
        </div>
      )}
    </Page>
  );
}

function SectionList({ names }: { names: SectionName[] }) {
  const t = useText();
  return (
    <nav aria-label={t('settings.sections')}>
      <ul className={styles.sections}>
        {names.map((name) => (
          <li key={name}>
            <Link
              to="/settings/$section"
              params={{ section: name }}
              className={styles.link}
              data-focus={`settings-${name}`}
              resetScroll={false}
            >
              <Icon name={sectionIcons[name]} />
              {t(`settings.section.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
