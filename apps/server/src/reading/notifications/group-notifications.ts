import type { Account, GroupedNotifications, Notification, NotificationGroup, PartialAccount, Status } from '@roost/contracts';

/** Faces shown of a group. */
const SAMPLE = 8;

/**
 * Puts notifications with one key into one group, at the place of the newest.
 * @param together types that are put together; all others stay alone
 */
export function groupNotifications(
  notifications: readonly Notification[],
  together: (type: string) => boolean,
): GroupedNotifications {
  const groups = new Map<string, Notification[]>();
  for (const notification of notifications) {
    const key = together(notification.type) ? notification.group_key : `ungrouped-${notification.id}`;
    const group = groups.get(key);
    if (group) group.push(notification);
    else groups.set(key, [notification]);
  }
  const accounts = new Map<string, Account>();
  const statuses = new Map<string, Status>();
  for (const { account, status } of notifications) {
    accounts.set(account.id, account);
    if (status) statuses.set(status.id, status);
  }
  return {
    accounts: [...accounts.values()],
    statuses: [...statuses.values()],
    notification_groups: [...groups].flatMap(([key, group]) => view(key, group)),
  };
}

/** Leaves whole only the account that speaks for each group; of the others an app draws no more than the face. */
export function withPartialAccounts(grouped: GroupedNotifications): GroupedNotifications {
  const speakers = new Set(grouped.notification_groups.map((group) => group.sample_account_ids[0]));
  return {
    ...grouped,
    accounts: grouped.accounts.filter((account) => speakers.has(account.id)),
    partial_accounts: grouped.accounts.filter((account) => !speakers.has(account.id)).map(face),
  };
}

function face({ id, acct, url, avatar, avatar_static, locked, bot }: Account): PartialAccount {
  return { id, acct, url, avatar, avatar_static, locked, bot };
}

/** @param group newest first */
function view(key: string, group: readonly Notification[]): NotificationGroup[] {
  const newest = group[0];
  const oldest = group.at(-1);
  if (!newest || !oldest) return [];
  return [
    {
      group_key: key,
      notifications_count: group.length,
      type: newest.type,
      most_recent_notification_id: Number(newest.id),
      page_min_id: oldest.id,
      page_max_id: newest.id,
      latest_page_notification_at: newest.created_at,
      sample_account_ids: [...new Set(group.map((one) => one.account.id))].slice(0, SAMPLE),
      ...(newest.report ? { report: newest.report } : {}),
      ...(newest.status ? { status_id: newest.status.id } : {}),
    },
  ];
}
