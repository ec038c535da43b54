import { Avatar, MenuButton, type MenuGroup } from '@roost/ui';
import { useNavigate } from '@tanstack/react-router';
import { useLingui } from '@lingui/react';
import { failureSentence } from '../common/failure.js';
import { toast } from '../common/toasts.js';
import { localeNames, locales, type Locale } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { changePreferences, signOut, useSession } from '../session.js';
import { openKeyHelp } from './key-help-store.js';
import { togglePalette } from './palette-store.js';
import styles from './account-menu.module.css';

/** Profile, settings, theme, language, keyboard, sign out. Drawn as the person's picture on narrow screens. */
export function AccountMenu({ placement, picture }: { placement: 'top end' | 'bottom end'; picture?: boolean }) {
  const t = useText();
  const navigate = useNavigate();
  const { account, preferences } = useSession();
  const { i18n } = useLingui();
  const groups = (): MenuGroup[] => [
    {
      items: [
        {
          id: 'profile',
          icon: 'user',
          label: t('menu.profile'),
          keys: 'G P',
          onAction: () => void navigate({ to: '/@{$handle}', params: { handle: account.acct } }),
        },
        { id: 'lists', icon: 'list', label: t('nav.lists'), onAction: () => void navigate({ to: '/lists' }) },
        {
          id: 'settings',
          icon: 'gear',
          label: t('menu.settings'),
          onAction: () => void navigate({ to: '/settings/$section', params: { section: 'profile' } }),
        },
        { id: 'commands', icon: 'search', label: t('menu.commands'), keys: 'Ctrl K', onAction: togglePalette },
        { id: 'keys', icon: 'keyboard', label: t('menu.keyboard'), keys: '?', onAction: openKeyHelp },
      ],
    },
    {
      title: t('common.theme'),
      items: (['system', 'light', 'dark'] as const).map((theme) => ({
        id: `theme-${theme}`,
        label: t(`common.theme.${theme}`),
        checked: preferences.theme === theme,
        onAction: () => void changePreferences({ theme }),
      })),
    },
    {
      title: t('common.language'),
      items: locales.map((language: Locale) => ({
        id: `language-${language}`,
        label: localeNames[language],
        checked: i18n.locale === language,
        onAction: () => void changePreferences({ language }),
      })),
    },
    {
      items: [
        {
          id: 'sign-out',
          icon: 'right',
          label: t('menu.signOut'),
          onAction: () => {
            signOut().catch((error: unknown) => toast({ words: failureSentence(error), tone: 'trouble' }));
          },
        },
      ],
    },
  ];
  const name = account.display_name || account.username;
  return (
    <>
      <MenuButton
        label={t('menu.label')}
        groups={groups}
        placement={placement}
        className={picture ? styles.picture : styles.dots}
      >
        {picture ? (
          <Avatar
            src={account.roost.has_avatar ? account.avatar : null}
            name={name}
            official={account.roost.official}
            size={28}
          />
        ) : undefined}
      </MenuButton>
      {!picture && (
        <MenuButton label={t('menu.label')} groups={groups} placement={placement} className={styles.rail}>
          <Avatar
            src={account.roost.has_avatar ? account.avatar : null}
            name={name}
            official={account.roost.official}
            size={32}
          />
        </MenuButton>
      )}
    </>
  );
}
