import { ApprovalsPart } from './approvals-part.js';
import { AccountsPart } from './accounts-part.js';
import { InvitationsPart } from './invitations-part.js';
import { SitePart } from './site-part.js';

/** Who may come in, who waits, who is here. For administrators. */
export function DoorSection() {
  return (
    <>
      <ApprovalsPart />
      <SitePart />
      <InvitationsPart />
      <AccountsPart />
    </>
  );
}
