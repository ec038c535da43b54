import type { Status } from '@roost/contracts';
import { Icon, MenuArrow, MenuButton, type IconName } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useSession } from '../../app/session.js';
import { useText } from '../../i18n/use-text.js';
import styles from './composer-menus.module.css';

const audiences: { id: Status['visibility']; icon: IconName }[] = [
  { id: 'public', icon: 'building' },
  { id: 'unlisted', icon: 'eyeoff' },
  { id: 'private', icon: 'lock' },
  { id: 'direct', icon: 'mail' },
];

/** Who will see the post; always visible. */
export function AudienceMenu({
  value,
  onChange,
}: {
  value: Status['visibility'];
  onChange: (value: Status['visibility']) => void;
}) {
  const t = useText();
  const { site } = useSession();
  const words = (id: Status['visibility']) => t(`audience.${id}`, { site: site.name });
  const current = audiences.find((entry) => entry.id === value);
  return (
    <MenuButton
      label={t('composer.audience', { audience: words(value) })}
      placement="bottom start"
      className={styles.trigger}
      groups={() => [
        {
          title: t('composer.audienceTitle'),
          items: audiences.map(({ id, icon }) => ({
            id,
            icon,
            label: words(id),
            checked: id === value,
            onAction: () => onChange(id),
          })),
        },
      ]}
    >
      <Icon name={current?.icon ?? 'building'} small />
      <span className="trunc">{t(`audience.short.${value}`, { site: site.name })}</span>
      <MenuArrow />
    </MenuButton>
  );
}

const languages = [
  'en',
  'fr',
  'de',
  'nl',
  'es',
  'it',
  'pt',
  'pl',
  'ro',
  'sv',
  'da',
  'no',
  'fi',
  'cs',
  'hu',
  'tr',
  'ar',
  'he',
  'ja',
  'zh',
  'ko',
  'hi',
  'uk',
];

/** The language of the post, which screen readers and readers' filters go by. */
export function LanguageMenu({ value, onChange }: { value: string | null; onChange: (value: string) => void }) {
  const t = useText();
  const { i18n } = useLingui();
  const names = new Intl.DisplayNames([i18n.locale], { type: 'language' });
  const current = value ?? i18n.locale;
  return (
    <MenuButton
      label={t('composer.language', { code: current.slice(0, 2).toUpperCase(), language: names.of(current) ?? current })}
      placement="bottom start"
      className={styles.trigger}
      groups={() => [
        {
          title: t('common.language'),
          items: languages
            .map((id) => ({ id, label: names.of(id) ?? id, checked: id === current, onAction: () => onChange(id) }))
            .sort((a, b) => Number(b.checked) - Number(a.checked) || a.label.localeCompare(b.label, i18n.locale)),
        },
      ]}
    >
      {current.slice(0, 2).toUpperCase()}
    </MenuButton>
  );
}
