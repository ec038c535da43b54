import type { CredentialAccount } from '@roost/contracts';
import { Avatar, Button } from '@roost/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { prepareImage } from '../composer/images.js';
import { nameOf } from '../people/account-name.js';
import { Cover } from '../profile/cover.js';
import styles from './settings.module.css';

/** What becomes of a picture when the form is saved. */
export type PictureChoice = { kind: 'kept' } | { kind: 'none' } | { kind: 'new'; file: Blob; url: string };
export const keptPicture: PictureChoice = { kind: 'kept' };

interface PicturesFieldProps {
  account: CredentialAccount;
  avatar: PictureChoice;
  header: PictureChoice;
  onAvatar: (choice: PictureChoice) => void;
  onHeader: (choice: PictureChoice) => void;
}

/** Cover and picture as they will look, each with a way to choose another and to take it away. */
export function PicturesField({ account, avatar, header, onAvatar, onHeader }: PicturesFieldProps) {
  const t = useText();
  const has = (choice: PictureChoice, now: boolean) => choice.kind === 'new' || (choice.kind === 'kept' && now);
  const avatarUrl = avatar.kind === 'new' ? avatar.url : has(avatar, account.roost.has_avatar) ? account.avatar : null;
  return (
    <div className={styles.pictures}>
      <Cover
        account={{
          header: header.kind === 'new' ? header.url : account.header,
          roost: { ...account.roost, has_header: has(header, account.roost.has_header) },
        }}
      />
      <Avatar src={avatarUrl} name={nameOf(account)} official={account.roost.official} size={88} className={styles.face} />
      <div className={styles.pictureRow}>
        <Picture
          label={t('settings.profile.avatar')}
          there={has(avatar, account.roost.has_avatar)}
          choice={avatar}
          onChoose={onAvatar}
        />
        <Picture
          label={t('settings.profile.header')}
          there={has(header, account.roost.has_header)}
          choice={header}
          onChoose={onHeader}
        />
        <p className="hint">{t('settings.profile.pictureHint')}</p>
      </div>
    </div>
  );
}

interface PictureProps {
  label: string;
  there: boolean;
  choice: PictureChoice;
  onChoose: (choice: PictureChoice) => void;
}

function Picture({ label, there, choice, onChoose }: PictureProps) {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => (choice.kind === 'new' ? () => URL.revokeObjectURL(choice.url) : undefined), [choice]);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const image = await prepareImage(file);
    if (typeof image === 'string') {
      setProblem(t(image === 'size' ? 'settings.problem.tooLarge' : 'settings.problem.picture'));
      return;
    }
    setProblem(null);
    onChoose({ kind: 'new', file: image.blob, url: URL.createObjectURL(image.blob) });
  };
  return (
    <div className="stack-s">
      <div className="row wrap">
        <b>{label}</b>
        <Button size="small" icon="image" aria-describedby={problem ? id : undefined} onClick={() => input.current?.click()}>
          {t('settings.profile.choose')}
          <span className="vh"> {label}</span>
        </Button>
        {there && (
          <Button size="small" look="quiet" onClick={() => onChoose({ kind: 'none' })}>
            {t('settings.profile.remove')}
            <span className="vh"> {label}</span>
          </Button>
        )}
        {choice.kind === 'none' && <span className="muted small">{t('settings.profile.pictureRemoved')}</span>}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {problem && (
        <p className="small" id={id} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
