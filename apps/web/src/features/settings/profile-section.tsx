import type { CredentialAccount } from '@roost/contracts';
import { Button, buttonClass, Note, Switch, TextArea, TextField } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { stateStore } from '../../api/state.js';
import { toast } from '../../app/common/toasts.js';
import { useSession } from '../../app/session.js';
import { useText } from '../../i18n/use-text.js';
import { useForm } from '../sign-in/use-form.js';
import { keptPicture, PicturesField, type PictureChoice } from './pictures-field.js';
import { Section } from './section.js';
import { problemAt, settingsProblem } from './settings-problem.js';
import styles from './settings.module.css';

const longestBio = 500;
const lines = [0, 1, 2, 3];

/** What others see of a person: name, bio, details, pictures, and what kind of account it is. */
export function ProfileSection() {
  const t = useText();
  const client = useQueryClient();
  const { account } = useSession();
  const [bio, setBio] = useState(account.source.note);
  const [avatar, setAvatar] = useState<PictureChoice>(keptPicture);
  const [header, setHeader] = useState<PictureChoice>(keptPicture);
  const left = longestBio - Array.from(bio.normalize('NFC')).length;
  const { busy, error, onSubmit, form } = useForm(async (_values, typed) => {
    const body = new FormData();
    for (const [name, value] of typed) if (typeof value === 'string') body.append(name, value);
    body.set('locked', String(typed.has('locked')));
    body.set('bot', String(typed.has('bot')));
    if (avatar.kind === 'new') body.set('avatar', avatar.file);
    if (header.kind === 'new') body.set('header', header.file);
    let saved = await api.patch<CredentialAccount>('/api/v1/accounts/update_credentials', { body });
    if (avatar.kind === 'none') saved = await api.delete<CredentialAccount>('/api/v1/profile/avatar');
    if (header.kind === 'none') saved = await api.delete<CredentialAccount>('/api/v1/profile/header');
    stateStore.set((before) => before && { ...before, account: saved });
    setAvatar(keptPicture);
    setHeader(keptPicture);
    toast({ words: t('settings.saved') });
    void client.invalidateQueries({ queryKey: ['account'] });
    void client.invalidateQueries({ queryKey: ['statuses'], refetchType: 'none' });
  });
  return (
    <form onSubmit={onSubmit} ref={form} aria-label={t('settings.section.profile')} noValidate>
      <Section title={t('settings.section.profile')}>
        <PicturesField account={account} avatar={avatar} header={header} onAvatar={setAvatar} onHeader={setHeader} />
        <TextField
          label={t('settings.profile.name')}
          name="display_name"
          defaultValue={account.display_name}
          autoComplete="name"
          error={problemAt(error, 'display_name', t)}
        />
        <TextArea
          label={t('settings.profile.bio')}
          name="note"
          value={bio}
          onChange={(event) => setBio(event.target.value)}
          hint={left >= 0 && t('settings.profile.bioHint', { left })}
          error={left < 0 ? t('settings.profile.bioLong', { over: -left }) : problemAt(error, 'note', t)}
        />
        <fieldset>
          <legend className="vh">{t('settings.profile.fields')}</legend>
          <h3 aria-hidden="true">{t('settings.profile.fields')}</h3>
          <p className="hint">{t('settings.profile.fieldsHint')}</p>
          <div style={{ marginBlockStart: 'var(--s-3)' }}>
            {lines.map((index) => (
              <div className={styles.fieldRow} key={index}>
                <TextField
                  label={t('settings.profile.fieldName', { number: index + 1 })}
                  labelHidden
                  placeholder={t('settings.profile.fieldName', { number: index + 1 })}
                  name={`fields_attributes[${index}][name]`}
                  defaultValue={account.source.fields[index]?.name ?? ''}
                />
                <TextField
                  label={t('settings.profile.fieldValue', { number: index + 1 })}
                  labelHidden
                  placeholder={t('settings.profile.fieldValue', { number: index + 1 })}
                  name={`fields_attributes[${index}][value]`}
                  defaultValue={account.source.fields[index]?.value ?? ''}
                />
              </div>
            ))}
          </div>
        </fieldset>
        <div>
          <Switch
            label={t('settings.profile.locked')}
            hint={t('settings.profile.lockedHint')}
            name="locked"
            defaultChecked={account.locked}
          />
          {!account.roost.official && (
            <Switch
              label={t('settings.profile.bot')}
              hint={t('settings.profile.botHint')}
              name="bot"
              defaultChecked={account.bot}
            />
          )}
        </div>
        {error !== null && (
          <Note tone="brick" icon="alert" role="alert">
            {settingsProblem(error, t)}
          </Note>
        )}
        <div className={styles.actions}>
          <Button look="primary" type="submit" busy={busy} disabled={left < 0}>
            {t('settings.save')}
          </Button>
          <Link to="/@{$handle}" params={{ handle: account.acct }} className={buttonClass('quiet')}>
            {t('settings.profile.show')}
          </Link>
        </div>
      </Section>
    </form>
  );
}
