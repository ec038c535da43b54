import { RadioGroup, Select } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { changePreferences, useSession } from '../../app/session.js';
import { localeNames, locales } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { Section } from './section.js';
import styles from './settings.module.css';

const postingLanguages = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pl', 'pt', 'ro', 'tr', 'uk', 'ar', 'zh', 'ja'];

/** The language Roost speaks, and what a new post starts with. */
export function LanguageSection() {
  const t = useText();
  const { i18n } = useLingui();
  const { preferences, site } = useSession();
  const names = new Intl.DisplayNames([i18n.locale], { type: 'language' });
  const own = preferences.posting_language;
  const codes = own && !postingLanguages.includes(own) ? [...postingLanguages, own] : postingLanguages;
  return (
    <Section title={t('settings.section.language')} words={t('settings.now')}>
      <RadioGroup
        label={t('settings.language.interface')}
        name="language"
        value={preferences.language ?? 'browser'}
        onChange={(language) => void changePreferences({ language: language === 'browser' ? null : language })}
        options={[
          { value: 'browser' as const, label: t('settings.language.browser') },
          ...locales.map((value) => ({ value, label: <span lang={value}>{localeNames[value]}</span> })),
        ]}
      />
      <div className={styles.narrow}>
        <Select
          label={t('settings.language.posting')}
          hint={t('settings.language.postingHint')}
          value={own ?? ''}
          onChange={(event) => void changePreferences({ posting_language: event.target.value || null })}
          options={[
            { value: '', label: t('settings.language.same') },
            ...codes.map((value) => ({ value, label: names.of(value) ?? value })),
          ]}
        />
      </div>
      <RadioGroup
        label={t('settings.language.visibility')}
        name="visibility"
        value={preferences.posting_visibility}
        onChange={(posting_visibility) => void changePreferences({ posting_visibility })}
        options={(['public', 'unlisted', 'private', 'direct'] as const).map((value) => ({
          value,
          label: t(`audience.${value}`, { site: site.name }),
        }))}
      />
      <p className="hint">{t('settings.language.visibilityHint')}</p>
    </Section>
  );
}
