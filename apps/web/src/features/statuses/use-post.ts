import type { Status } from '@roost/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { reportRequests } from '../../app/shell/report-request.js';
import { useSession } from '../../app/session.js';
import { requestComposer } from '../../app/shell/compose-request.js';
import { toggleStatus, type Toggle } from './act-on-status.js';
import { copyLink, copyPost } from './copy-post.js';
import { deleteStatus } from './delete-status.js';
import { mergeChange, useStatusChange, type StatusChange } from './overlay.js';

export interface PostHandle {
  /** The status with everything the person has just done to it. */
  status: Status;
  change: StatusChange | undefined;
  isOwn: boolean;
  toggle: (flag: Toggle) => void;
  reply: () => void;
  edit: () => void;
  remove: () => void;
  open: () => void;
  openAuthor: () => void;
  openHistory: () => void;
  report: () => void;
  copyLink: () => void;
  copyText: () => void;
}

/** Everything one can do with a post, for its buttons, its menu and its keys alike. */
export function usePost(given: Status): PostHandle {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { account } = useSession();
  const change = useStatusChange(given.id);
  const status = mergeChange(given, change);
  const params = { handle: status.account.acct, post: status.id };
  return {
    status,
    change,
    isOwn: status.account.id === account.id,
    toggle: (flag) => {
      if (flag === 'reblogged' && !status.roost.can.boost && !status.reblogged) return;
      if (flag === 'favourited' && status.account.id === account.id) return;
      void toggleStatus(client, given, flag, !status[flag]);
    },
    reply: () => status.roost.can.reply && requestComposer({ replyTo: status }),
    edit: () => status.roost.can.edit && requestComposer({ edit: status }),
    remove: () => deleteStatus(client, given),
    open: () => void navigate({ to: '/@{$handle}/$post', params }),
    openAuthor: () => void navigate({ to: '/@{$handle}', params }),
    openHistory: () => void navigate({ to: '/@{$handle}/$post', params, search: { history: true } }),
    report: () => reportRequests.set({ account: status.account, statusId: status.id }),
    copyLink: () => void copyLink(status),
    copyText: () => void copyPost(status),
  };
}
