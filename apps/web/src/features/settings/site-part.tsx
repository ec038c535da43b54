import type { Registration, SiteSettings } from '@roost/contracts';
import { Button, Note, RadioGroup, Skeleton, TextArea, TextField } from '@roost/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { stateStore } from '../../api/state.js';
import { FailureWords } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { useText } from '../../i18n/use-text.js';
import { useForm } from '../sign-in/use-form.js';
import { Section } from './section.js';
import { problemAt, settingsProblem } from './settings-problem.js';
import styles from './settings.module.css';

const key = ['site-settings'];
const ways: Registration[] = ['closed', 'domains', 'invitation', 'approval'];

/** The name of this Roost and its door. */
export function SitePart() {
  const t = useText();
  const { data, error } = useQuery({ queryKey: key, queryFn: () => api.get<SiteSettings>('/api/roost/v1/settings') });
  return (
    <Section title={t('door.site.title')}>
      {data ? (
        <SiteForm site={data} />
      ) : error ? (
        <FailureWords error={error} />
      ) : (
        <Skeleton label={t('door.site.title')} rows={2} />
      )}
    </Section>
  );
}

function SiteForm({ site }: { site: SiteSettings }) {
  const t = useText();
  const client = useQueryClient();
  const [registration, setRegistration] = useState<Registration>(site.registration);
  const { busy, error, onSubmit, form } = useForm(async (values) => {
    const domains = values['domains']?.split(/[\s,;]+/u).filter(Boolean) ?? site.domains;
    const saved = await api.patch<SiteSettings>('/api/roost/v1/settings', {
      body: { site_name: values['site_name'], registration, domains },
    });
    client.setQueryData(key, saved);
    stateStore.set(
      (before) =>
        before && {
          ...before,
          site: { ...before.site, name: saved.site_name },
          registration: saved.registration,
          domains: saved.domains,
        },
    );
    toast({ words: t('settings.saved') });
  });
  const atField = problemAt(error, 'site_name', t) ?? problemAt(error, 'domains', t);
  return (
    <form onSubmit={onSubmit} ref={form} className="stack" aria-label={t('door.site.title')}>
      {error !== null && !atField && (
        <Note tone="brick" icon="alert" role="alert">
          {settingsProblem(error, t)}
        </Note>
      )}
      <div className={styles.narrow}>
        <TextField
          label={t('door.site.name')}
          name="site_name"
          required
          maxLength={60}
          defaultValue={site.site_name}
          error={problemAt(error, 'site_name', t)}
        />
      </div>
      <RadioGroup
        label={t('door.registration')}
        name="registration"
        value={registration}
        onChange={setRegistration}
        options={ways.map((value) => ({ value, label: t(`door.registration.${value}`) }))}
      />
      {registration === 'domains' && (
        <div className={styles.narrow}>
          <TextArea
            label={t('door.domains')}
            name="domains"
            hint={t('door.domainsHint')}
            defaultValue={site.domains.join('\n')}
            spellCheck={false}
            autoCapitalize="none"
            error={problemAt(error, 'domains', t)}
          />
        </div>
      )}
      <div className={styles.actions}>
        <Button look="primary" type="submit" busy={busy}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
