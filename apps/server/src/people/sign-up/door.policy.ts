import type { SiteSettings } from '@roost/contracts';
import type { EmailAddress } from './email-address.js';

/** What happens to someone who wants to come in. */
export type Door = 'enter' | 'wait' | 'closed' | 'invitation-needed' | 'not-allowed';

/**
 * Who may come in by themselves. A valid invitation opens every door.
 * @param email in its canonical form, so that comparing is exact
 */
export function door(site: Pick<SiteSettings, 'registration' | 'domains'>, email: EmailAddress, invited: boolean): Door {
  if (invited) return 'enter';
  switch (site.registration) {
    case 'closed':
      return 'closed';
    case 'invitation':
      return 'invitation-needed';
    case 'approval':
      return 'wait';
    case 'domains':
      return isOfAllowedDomain(site, email) && isOneMailbox(email) ? 'enter' : 'not-allowed';
  }
}

/** Exactly one of the domains: a sub-domain of it belongs to somebody else, for all we know. */
export function isOfAllowedDomain(site: Pick<SiteSettings, 'domains'>, email: Pick<EmailAddress, 'domain'>): boolean {
  return site.domains.includes(email.domain);
}

/** `ann+2@…` reaches Ann's mailbox again: one mailbox would be as many accounts as it likes. */
function isOneMailbox(email: Pick<EmailAddress, 'local'>): boolean {
  return !email.local.includes('+');
}
