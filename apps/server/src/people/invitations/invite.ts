import { Injectable } from '@nestjs/common';
import type { Invitation } from '@roost/contracts';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { hashSecret, newSecret } from '../../platform/secrets.js';
import { MailLinks } from '../mails/mail-links.js';
import { MAIL_QUEUE } from '../mails/mail-queue.js';
import { parseEmail } from '../sign-up/email-address.js';
import { BadEmail } from '../sign-up/sign-up.errors.js';
import { type InvitationRow, present } from './invitation-list.js';

/** Makes an invitation. Its link is shown once; with an address it is also sent there and works for that address only. */
@Injectable()
export class Invite {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly links: MailLinks,
  ) {}

  async run(viewer: Viewer, input: { email?: string | null | undefined; expires_in_days: number }): Promise<Invitation> {
    const email = input.email == null ? null : parseEmail(input.email);
    if (input.email != null && email === null) throw new BadEmail();
    const token = newSecret();
    const row = await this.database.transaction(async (manager) => {
      const rows: InvitationRow[] = await manager.query(
        `insert into invitation (token_hash, email, created_by, expires_at) values ($1, $2, $3, now() + make_interval(days => $4::int))
         returning id, email, created_at, expires_at, used_at`,
        [hashSecret(token), email?.address ?? null, viewer.accountId, input.expires_in_days],
      );
      const created = rows[0];
      if (!created) throw new Error('the invitation has no row');
      await this.journal.append(manager, {
        type: 'invitation.created',
        actorId: viewer.accountId,
        subjectType: 'invitation',
        subjectId: created.id,
        payload: { bound: email !== null, expires_at: created.expires_at.toISOString() },
      });
      if (email)
        await this.jobs.send(manager, MAIL_QUEUE, {
          kind: 'invitation',
          email: email.address,
          token,
          days: input.expires_in_days,
          inviterId: viewer.accountId,
        });
      return created;
    });
    return { ...present(row), url: this.links.invitation(token) };
  }
}
