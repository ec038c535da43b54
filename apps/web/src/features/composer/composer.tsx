import type { Status } from '@roost/contracts';
import { MAX_LENGTH, splitText } from '@roost/text';
import { Avatar, Button, cx, Icon, IconButton, Ring } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useEffect, useId, useImperativeHandle, useRef, useState, type DragEvent, type Ref } from 'react';
import { announce } from '../../app/common/announce.js';
import { toast } from '../../app/common/toasts.js';
import { useSession } from '../../app/session.js';
import { clock } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { AudienceMenu, LanguageMenu } from './composer-menus.js';
import { ImageStrip } from './image-strip.js';
import { imageFiles, isFilm, maxImages, prepareFile } from './images.js';
import { lengthLeft } from './length-left.js';
import { Parts } from './parts.js';
import { TextInput, type TextInputHandle } from './text-input.js';
import { useDraft } from './use-draft.js';
import { useSubmit } from './use-submit.js';
import styles from './composer.module.css';

export interface ComposerHandle {
  focus: () => void;
}

export interface ComposerProps {
  ref?: Ref<ComposerHandle>;
  replyTo?: Status;
  /** Full screen on phones: the buttons stand in a bar of their own. */
  mobile?: boolean;
  autoFocus?: boolean;
  /** After posting, or on Esc; the draft is kept. */
  onClose?: () => void;
  className?: string;
}

/** A sent post appears as soon as its row can be drawn: the code for it comes while one writes. */
void import('./outbox-post.js');

/** Where posts are written. Typing and pasting are never blocked; what does not fit is marked and can be split. */
export function Composer({ ref, replyTo, mobile, autoFocus, onClose, className }: ComposerProps) {
  const t = useText();
  const { i18n } = useLingui();
  const { account, preferences } = useSession();
  const note = useId();
  const input = useRef<TextInputHandle>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [parts, setParts] = useState<string[] | null>(null);
  const [askedForAlt, setAskedForAlt] = useState(false);
  const [used, setUsed] = useState(Boolean(replyTo) || Boolean(mobile));
  const draft = useDraft({
    accountId: account.id,
    place: replyTo ? `reply-${replyTo.id}` : 'home',
    initial: {
      text: '',
      spoiler: replyTo?.spoiler_text || null,
      visibility: replyVisibility(replyTo, preferences.posting_visibility),
      language: preferences.posting_language ?? i18n.locale,
    },
  });
  const { text, spoiler, visibility, language, images } = draft.state;
  const left = lengthLeft(text, spoiler ?? '');
  const pieces = left < 0 ? splitText(text) : [];
  const undescribed = images.filter((image) => image.description.trim() === '').length;
  const ready = text.trim() !== '' || images.length > 0;
  const submit = useSubmit(replyTo);
  useCountAloud(left, t);

  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }));
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const addImages = async (files: File[]) => {
    const all = [...images.map((image) => image.blob), ...files];
    if (all.length > 1 && all.some(isFilm)) {
      toast({ words: t('composer.images.alone'), tone: 'trouble' });
      return;
    }
    const room = maxImages - images.length;
    if (files.length > room) toast({ words: t('composer.images.tooMany', { count: maxImages }), tone: 'trouble' });
    for (const file of files.slice(0, Math.max(0, room))) {
      const image = await prepareFile(file);
      if (typeof image === 'string') toast({ words: t(`composer.images.${image}`, { name: file.name }), tone: 'trouble' });
      else draft.change((before) => ({ images: [...before.images, image].slice(0, maxImages) }));
    }
  };

  const send = (texts: string[]) => {
    if (undescribed > 0 && !askedForAlt) {
      setAskedForAlt(true);
      announce(t('composer.alt.ask'));
      return;
    }
    submit({ parts: texts, spoiler: spoiler ?? '', visibility, language, images });
    setParts(null);
    setAskedForAlt(false);
    draft.clear();
    onClose?.();
  };
  const press = () => {
    if (!ready) return;
    if (left < 0) setParts(pieces);
    else send([text.trim()]);
  };

  const label =
    left < 0
      ? t('composer.split', { count: pieces.length })
      : askedForAlt && undescribed > 0
        ? t('composer.postAnyway')
        : replyTo
          ? t('composer.reply')
          : t('composer.post');
  const button = (
    <Button look="primary" disabled={!ready} onClick={press} className={styles.post}>
      {label}
    </Button>
  );
  const audience = <AudienceMenu value={visibility} onChange={(next) => draft.change({ visibility: next })} />;
  const status = draft.restoredAt
    ? t('composer.draftFrom', { time: clock(new Date(draft.restoredAt), i18n.locale) })
    : draft.saved && ready
      ? t('composer.draftSaved')
      : '';

  return (
    <section
      className={cx(styles.composer, mobile ? styles.mobile : 'sheet', className)}
      aria-label={replyTo ? t('composer.replyLabel', { name: nameOf(replyTo) }) : t('nav.newPost')}
      onFocus={() => setUsed(true)}
      onDragOver={(event: DragEvent) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={(event: DragEvent) => {
        const files = imageFiles(event.dataTransfer);
        if (files.length === 0) return;
        event.preventDefault();
        void addImages(files);
      }}
      onKeyDown={(event) => {
        if (!event.altKey || !/^Digit[1-4]$/u.test(event.code)) return;
        event.preventDefault();
        document.querySelectorAll<HTMLElement>('[data-alt-field]')[Number(event.code.slice(5)) - 1]?.focus();
      }}
    >
      {mobile && (
        <div className={styles.bar}>
          <IconButton icon="x" label={t('common.close')} onClick={onClose} />
          <span className="grow muted">{status}</span>
          {!parts && button}
        </div>
      )}
      <Avatar
        src={account.roost.has_avatar ? account.avatar_static : null}
        name={account.display_name || account.username}
        official={account.roost.official}
      />
      <div className={styles.body}>
        {replyTo && <p className={styles.replying}>{t('composer.replyingTo', { name: nameOf(replyTo) })}</p>}
        {mobile && <div className={styles.topAudience}>{audience}</div>}
        {parts ? (
          <Parts parts={parts} lang={language} onChange={setParts} onJoin={() => setParts(null)} onSend={() => send(parts)} />
        ) : (
          <>
            {spoiler !== null && (
              <input
                className={styles.warning}
                value={spoiler}
                aria-label={t('composer.warning')}
                placeholder={t('composer.warning')}
                onChange={(event) => draft.change({ spoiler: event.target.value })}
              />
            )}
            <TextInput
              ref={input}
              value={text}
              spoiler={spoiler ?? ''}
              lang={language}
              label={t('composer.text')}
              placeholder={replyTo ? t('composer.replyPlaceholder') : t('composer.placeholder')}
              describedBy={left < 0 ? note : undefined}
              onChange={(next) => draft.change({ text: next })}
              onSubmit={press}
              onEscape={onClose ?? (() => (document.activeElement as HTMLElement | null)?.blur())}
              onImages={(files) => void addImages(files)}
            />
            {left < 0 && (
              <p className={styles.over} id={note}>
                <Icon name="alert" small />
                <span>{t('composer.over', { count: -left })}</span>
              </p>
            )}
          </>
        )}
        <ImageStrip images={images} asked={askedForAlt && undescribed > 0} onChange={(next) => draft.change({ images: next })} />
        {!parts && (
          <div className={cx(styles.foot, !used && styles.calm)}>
            <input
              ref={picker}
              type="file"
              hidden
              multiple
              accept="image/jpeg,image/png,image/webp,image/gif,image/avif,video/mp4,video/quicktime,video/webm,audio/*"
              onChange={(event) => {
                void addImages([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
            <IconButton
              icon="image"
              label={t('composer.addImage')}
              disabled={images.length >= maxImages}
              onClick={() => picker.current?.click()}
            />
            <IconButton icon="at" label={t('composer.mention')} onClick={() => input.current?.type('@')} />
            <IconButton icon="hash" label={t('composer.tag')} onClick={() => input.current?.type('#')} />
            <IconButton icon="smile" label={t('composer.emoji')} onClick={() => input.current?.type(':')} />
            <IconButton
              icon="alert"
              label={t('composer.warningToggle')}
              aria-pressed={spoiler !== null}
              onClick={() => draft.change({ spoiler: spoiler === null ? '' : null })}
            />
            <LanguageMenu value={language} onChange={(next) => draft.change({ language: next })} />
            {!mobile && <span className={styles.audience}>{audience}</span>}
            <span className={styles.send}>
              <Ring left={left} limit={MAX_LENGTH} label={t('composer.left', { count: left })} />
              {!mobile && button}
            </span>
          </div>
        )}
        {!mobile && status && (used || draft.restoredAt) && <p className={styles.status}>{status}</p>}
      </div>
    </section>
  );
}

function nameOf(status: Status): string {
  return status.account.display_name || status.account.username;
}

/** A reply reaches no more people than what it answers. */
function replyVisibility(replyTo: Status | undefined, own: Status['visibility']): Status['visibility'] {
  const order: Status['visibility'][] = ['public', 'unlisted', 'private', 'direct'];
  return replyTo ? (order[Math.max(order.indexOf(replyTo.visibility), order.indexOf(own))] ?? own) : own;
}

/** The counter speaks at 20, 10 and 0, then at each ten too many. */
function useCountAloud(left: number, t: ReturnType<typeof useText>): void {
  const before = useRef(left);
  useEffect(() => {
    const marks = [20, 10, 0, -10, -20, -30, -40, -50, -60, -70, -80, -90, -100];
    const crossed = marks.find((mark) => before.current > mark && left <= mark);
    if (crossed !== undefined) announce(left < 0 ? t('composer.over', { count: -left }) : t('composer.left', { count: left }));
    before.current = left;
  }, [left, t]);
}
