import type { Announcement } from '@roost/contracts';
import { Button, cx, Icon, MenuButton } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { announce } from '../../app/common/announce.js';
import { count, fullDate, postTime } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { PostText } from '../statuses/post-text.js';
import { useNow } from '../statuses/use-now.js';
import { announcementWhen } from './announcement-when.js';
import { announcementsQuery } from './announcements-query.js';
import styles from './announcements.module.css';
import { dismiss, react } from './answer-announcement.js';

/** Emoji at hand, each with its name. */
const AT_HAND = [
  ['👍', 'good'],
  ['❤️', 'love'],
  ['🎉', 'hurray'],
  ['😀', 'glad'],
  ['👏', 'bravo'],
  ['🙏', 'thanks'],
  ['👀', 'look'],
  ['✅', 'done'],
] as const;

/** Different emoji that an announcement holds; the server says the same. */
const MOST_KINDS = 8;

/** What the company has to say, above the posts until it is put away. */
export function Announcements() {
  const t = useText();
  const { data = [] } = useQuery(announcementsQuery);
  const list = useRef<HTMLUListElement>(null);
  const unread = data.filter((announcement) => !announcement.read);
  if (unread.length === 0) return null;
  /** The place of the one that goes is taken by the next, or by the page. */
  const moveOn = (from: HTMLElement) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-dismiss]') ?? [])];
    const at = buttons.indexOf(from);
    (buttons[at + 1] ?? buttons[at - 1] ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
  };
  return (
    <section className={`sheet ${styles.announcements}`} aria-label={t('announcements.title')}>
      <ul ref={list}>
        {unread.map((announcement) => (
          <li key={announcement.id} className={styles.one}>
            <Row announcement={announcement} onGone={moveOn} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ announcement, onGone }: { announcement: Announcement; onGone: (from: HTMLElement) => void }) {
  const t = useText();
  const { i18n } = useLingui();
  const client = useQueryClient();
  const now = new Date(useNow());
  const published = new Date(announcement.published_at);
  const text = `announcement-${announcement.id}`;
  const when = announcementWhen(announcement, i18n.locale, t);
  const full = announcement.reactions.length >= MOST_KINDS;
  const choices = AT_HAND.filter(([name]) => !full || announcement.reactions.some((reaction) => reaction.name === name));
  return (
    <article aria-labelledby={text}>
      <p className={styles.head}>
        <Icon name="megaphone" small />
        <b>{t('announcements.one')}</b>
        <time dateTime={announcement.published_at} title={fullDate(published, i18n.locale)}>
          {postTime(published, now, i18n.locale)}
        </time>
      </p>
      <PostText id={text} text={announcement.roost.text} entities={announcement.roost.entities} lang={null} />
      {when && (
        <p className={styles.when}>
          <Icon name="calendar" small /> {when}
        </p>
      )}
      <div className={styles.foot}>
        {announcement.reactions.map(({ name, count: people, me }) => (
          <button
            type="button"
            key={name}
            className={cx(styles.reaction, me && styles.mine)}
            aria-pressed={me}
            aria-label={t('announcements.reaction', { name, count: people })}
            onClick={() => void react(client, announcement, name)}
          >
            <span aria-hidden="true">{name}</span> {count(people, i18n.locale)}
          </button>
        ))}
        <MenuButton
          label={t('announcements.react')}
          icon="smile"
          placement="bottom start"
          groups={[
            {
              items: choices.map(([name, meaning]) => ({
                id: meaning,
                label: `${name} ${t(`announcements.emoji.${meaning}`)}`,
                onAction: () => void react(client, announcement, name),
              })),
            },
          ]}
        />
        <Button
          size="small"
          className={styles.done}
          data-dismiss
          onClick={(event) => {
            onGone(event.currentTarget);
            announce(t('announcements.gone'));
            void dismiss(client, announcement);
          }}
        >
          {t('announcements.dismiss')}
        </Button>
      </div>
    </article>
  );
}
