import type { Notification, NotificationType } from '@roost/contracts';

type Language = 'en' | 'fr';

/** Headlines, by what happened. `name` is who did it. */
const TITLES: Record<Language, Record<NotificationType, (name: string) => string>> = {
  en: {
    mention: (name) => `${name} mentioned you`,
    status: (name) => `${name} just posted`,
    reblog: (name) => `${name} boosted your post`,
    follow: (name) => `${name} follows you now`,
    follow_request: (name) => `${name} asks to follow you`,
    favourite: (name) => `${name} likes your post`,
    update: (name) => `${name} edited a post you boosted`,
    poll: (name) => `A poll by ${name} has ended`,
    'admin.sign_up': (name) => `${name} has joined`,
    'admin.report': (name) => `${name} reported something to the moderators`,
  },
  fr: {
    mention: (name) => `${name} vous a mentionné`,
    status: (name) => `${name} vient de publier`,
    reblog: (name) => `${name} a relayé votre message`,
    follow: (name) => `${name} vous suit désormais`,
    follow_request: (name) => `${name} demande à vous suivre`,
    favourite: (name) => `${name} aime votre message`,
    update: (name) => `${name} a modifié un message que vous avez relayé`,
    poll: (name) => `Un sondage de ${name} est terminé`,
    'admin.sign_up': (name) => `${name} est désormais membre`,
    'admin.report': (name) => `${name} a fait un signalement à la modération`,
  },
};

/** Push services take 4,096 bytes with all that encryption adds. */
const MESSAGE_BYTES = 3_000;
const GRAPHEMES = 140;
const segmenter = new Intl.Segmenter();

/** What the app decrypts, in the words of Mastodon's apps: the token tells it which of its accounts is called. */
export function pushMessage(notification: Notification, token: string, language: Language): string {
  const { account, report, status } = notification;
  const name = account.display_name === '' ? `@${account.username}` : account.display_name;
  const text = report?.comment ?? (status === undefined ? account.roost.note : status.spoiler_text || status.roost.text);
  const graphemes = [...segmenter.segment(text)].map(({ segment }) => segment).slice(0, GRAPHEMES);
  const written = (body: string): string =>
    JSON.stringify({
      access_token: token,
      preferred_locale: language,
      notification_id: Number(notification.id),
      notification_type: notification.type,
      icon: account.avatar_static,
      title: TITLES[language][notification.type](name),
      body,
    });
  let message = written(graphemes.join(''));
  while (Buffer.byteLength(message) > MESSAGE_BYTES && graphemes.length > 0) {
    graphemes.length = Math.floor(graphemes.length * 0.8);
    message = written(`${graphemes.join('')}…`);
  }
  return message;
}
