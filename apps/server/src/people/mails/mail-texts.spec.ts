import { describe, expect, it } from '@jest/globals';
import { MAIL_TEXTS, type MailFacts, type MailName } from './mail-texts.js';

const FACTS: MailFacts = {
  site: 'Nest & Cie',
  home: 'https://roost.example.com',
  handle: '@ann',
  link: 'https://roost.example.com/confirm#secret',
  days: 7,
  person: 'Ada (@ada)',
};
const NAMES = Object.keys(MAIL_TEXTS.en) as MailName[];
/** Mails whose only purpose is their link. */
const WITH_LINK: MailName[] = ['confirm', 'change-address', 'reset', 'invitation'];

describe('mails', () => {
  it.each(NAMES)('%s says the same in both languages', (name) => {
    for (const language of ['en', 'fr'] as const) {
      const { subject, body } = MAIL_TEXTS[language][name](FACTS);
      expect(subject).toContain('Nest & Cie');
      expect(subject.length).toBeLessThan(78);
      expect(body).not.toContain('!');
      expect(body.includes(FACTS.link)).toBe(WITH_LINK.includes(name));
      expect(/undefined|\[object/.test(subject + body)).toBe(false);
    }
    expect(MAIL_TEXTS.fr[name](FACTS).body).not.toBe(MAIL_TEXTS.en[name](FACTS).body);
  });

  it.each(NAMES)('%s keeps French signs with their word', (name) => {
    const { subject, body } = MAIL_TEXTS.fr[name](FACTS);
    expect(`${subject}\n${body}`).not.toMatch(/ [:;?!]|[a-zé][:;?!](\s|$)/);
  });

  it('speaks of one day as one day', () => {
    expect(MAIL_TEXTS.en.invitation({ ...FACTS, days: 1 }).body).toContain('within one day');
    expect(MAIL_TEXTS.fr.invitation({ ...FACTS, days: 1 }).body).toContain('dans la journée');
  });
});
