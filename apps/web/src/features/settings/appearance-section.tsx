import { RadioGroup, Select, Switch } from '@roost/ui';
import { changePreferences, useSession } from '../../app/session.js';
import { useText } from '../../i18n/use-text.js';
import { Section } from './section.js';
import styles from './settings.module.css';

const seconds = [0, 3, 5, 10, 20, 30];

/** How Roost looks and moves. */
export function AppearanceSection() {
  const t = useText();
  const { preferences } = useSession();
  const undo = seconds.includes(preferences.undo_seconds)
    ? seconds
    : [...seconds, preferences.undo_seconds].sort((a, b) => a - b);
  return (
    <Section title={t('settings.section.appearance')} words={t('settings.now')}>
      <RadioGroup
        label={t('common.theme')}
        name="theme"
        value={preferences.theme}
        onChange={(theme) => void changePreferences({ theme })}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`common.theme.${value}`) }))}
      />
      <RadioGroup
        label={t('settings.look.density')}
        name="density"
        value={preferences.density}
        onChange={(density) => void changePreferences({ density })}
        options={(['compact', 'normal', 'roomy'] as const).map((value) => ({
          value,
          label: t(`settings.look.density.${value}`),
        }))}
      />
      <div>
        <Switch
          label={t('settings.look.keys')}
          hint={t('settings.look.keysHint')}
          checked={preferences.single_keys}
          onChange={(event) => void changePreferences({ single_keys: event.target.checked })}
        />
        <Switch
          label={t('settings.look.flow')}
          hint={t('settings.look.flowHint')}
          checked={preferences.flow}
          onChange={(event) => void changePreferences({ flow: event.target.checked })}
        />
      </div>
      <div className={styles.narrow}>
        <Select
          label={t('settings.look.undo')}
          hint={t('settings.look.undoHint')}
          value={preferences.undo_seconds}
          onChange={(event) => void changePreferences({ undo_seconds: Number(event.target.value) })}
          options={undo.map((count) => ({ value: String(count), label: t('settings.look.seconds', { count }) }))}
        />
      </div>
    </Section>
  );
}
