import { useNavigate } from '@tanstack/react-router';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { changePreferences, signOut, useSession } from '../../app/session.js';
import { requestComposer } from '../../app/shell/compose-request.js';
import { openKeyHelp } from '../../app/shell/key-help-store.js';
import { localeNames, locales } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { sectionIcons, sectionsOf } from '../settings/section-names.js';
import type { Command } from './commands.js';

/** Everywhere one can go and everything one can do without looking at a post. */
export function useCommands(): Command[] {
  const t = useText();
  const navigate = useNavigate();
  const { account, preferences } = useSession();
  const go = (id: string, icon: Command['icon'], words: string, keys: string | undefined, run: () => unknown): Command => ({
    id,
    group: 'go',
    icon,
    words,
    ...(preferences.single_keys && keys ? { keys } : {}),
    run: () => void run(),
  });
  return [
    go('home', 'home', t('nav.home'), 'G H', () => navigate({ to: '/home' })),
    go('company', 'users', t('palette.company'), undefined, () => navigate({ to: '/home', search: { feed: 'company' } })),
    go('search', 'search', t('nav.search'), 'G E', () => navigate({ to: '/search' })),
    go('notifications', 'bell', t('nav.notifications'), 'G N', () => navigate({ to: '/notifications' })),
    go('saved', 'save', t('nav.saved'), 'G S', () => navigate({ to: '/saved' })),
    go('lists', 'list', t('nav.lists'), 'G L', () => navigate({ to: '/lists' })),
    go('lists', 'list', t('nav.lists'), 'G L', () => navigate({ to: '/lists' })),
    go('profile', 'user', t('menu.profile'), 'G P', () => navigate({ to: '/@{$handle}', params: { handle: account.acct } })),
    ...sectionsOf(account.roost.role).map((section): Command => ({
      id: `settings-${section}`,
      group: 'go',
      icon: sectionIcons[section],
      words: t(`settings.section.${section}`),
      note: t('settings.title'),
      run: () => void navigate({ to: '/settings/$section', params: { section } }),
    })),
    {
      id: 'post',
      group: 'do',
      icon: 'plus',
      words: t('nav.newPost'),
      ...(preferences.single_keys ? { keys: 'N' } : {}),
      run: () => requestComposer({}),
    },
    ...(['system', 'light', 'dark'] as const)
      .filter((theme) => theme !== preferences.theme)
      .map((theme): Command => ({
        id: `theme-${theme}`,
        group: 'do',
        icon: 'eye',
        words: t(`common.theme.${theme}`),
        note: t('common.theme'),
        run: () => void changePreferences({ theme }),
      })),
    ...locales.map((language): Command => ({
      id: `language-${language}`,
      group: 'do',
      icon: 'globe',
      words: localeNames[language],
      note: t('common.language'),
      run: () => void changePreferences({ language }),
    })),
    {
      id: 'single-keys',
      group: 'do',
      icon: 'keyboard',
      words: t(preferences.single_keys ? 'palette.keysOff' : 'palette.keysOn'),
      run: () => void changePreferences({ single_keys: !preferences.single_keys }),
    },
    {
      id: 'keyboard',
      group: 'do',
      icon: 'keyboard',
      words: t('menu.keyboard'),
      ...(preferences.single_keys ? { keys: '?' } : {}),
      run: openKeyHelp,
    },
    {
      id: 'sign-out',
      group: 'do',
      icon: 'right',
      words: t('menu.signOut'),
      run: () => {
        signOut().catch((error: unknown) => toast({ words: failureSentence(error), tone: 'trouble' }));
      },
    },
  ];
}
