import type { Fields } from './encode.js';

/** A browser's keys as it would give them: an uncompressed point of P-256 and sixteen bytes. */
export const PUSH = {
  subscription: {
    endpoint: 'https://push.company.example/walker',
    keys: {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    standard: 'true',
  },
  data: { alerts: { mention: 'true', favourite: 'false', follow: '1' }, policy: 'all' },
} satisfies Fields;
