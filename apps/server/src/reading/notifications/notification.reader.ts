import { Injectable } from '@nestjs/common';
import type { Account, GroupedNotifications, Notification, Report, Status } from '@roost/contracts';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { NotFound } from '../../platform/errors.js';
import { compareIds, type Page, type Paged } from '../../platform/http/paging.js';
import { isHidden } from '../../posts/filters/filter-status.js';
import { ReportReader } from '../../posts/reports/report.reader.js';
import { StatusReader } from '../../posts/statuses/status.reader.js';
import { fillPage } from '../fill-page.js';
import { GROUPED_TYPES, groupKey, readGroupKey } from './group-key.js';
import { groupNotifications } from './group-notifications.js';
import { MarkerReader } from './marker.reader.js';
import {
  LOOKED_THROUGH,
  type NotificationChoice,
  NotificationRepository,
  type NotificationRow,
} from './notification.repository.js';

/** Loads notifications for their receiver. What they may no longer see or hear of is left out, and what a filter of theirs hides. */
@Injectable()
export class NotificationReader {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly markers: MarkerReader,
    private readonly statuses: StatusReader,
    private readonly reports: ReportReader,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  page(accountId: string, choice: NotificationChoice, page: Page): Promise<Paged<Notification>> {
    return fillPage(page, {
      pick: (part) => this.notifications.pick(accountId, choice, part),
      cursor: (row) => row.id,
      load: (rows) => this.present(accountId, rows),
    });
  }

  /** @throws NotFound when there is none, or not for this account */
  async one(accountId: string, id: string): Promise<Notification> {
    const [notification] = await this.byIds(accountId, [id]);
    if (!notification) throw new NotFound();
    return notification;
  }

  /** Newest first; those that are gone or may not be seen any more are left out. */
  async byIds(accountId: string, ids: readonly string[]): Promise<Notification[]> {
    const loaded = await this.present(accountId, await this.notifications.byIds(accountId, ids));
    return loaded.filter((notification) => notification !== null);
  }

  /** Notifications with this key, newest first. @throws NotFound when there are none */
  async group(accountId: string, key: string, limit: number): Promise<Notification[]> {
    const wanted = readGroupKey(key);
    if (wanted === null) throw new NotFound();
    if ('id' in wanted) return [await this.one(accountId, wanted.id)];
    const loaded = await this.present(accountId, await this.notifications.group(accountId, wanted, limit));
    const standing = loaded.filter((notification) => notification !== null);
    if (standing.length === 0) throw new NotFound();
    return standing;
  }

  /**
   * Notifications of a page with equal ones together. A group counts all that stand under its key, also those of other pages.
   * @param wanted types that may be put together; without it all that can be
   */
  async grouped(
    accountId: string,
    notifications: readonly Notification[],
    wanted: readonly string[] | undefined,
  ): Promise<GroupedNotifications> {
    const grouped = groupNotifications(notifications, (type) => wanted?.includes(type) ?? true);
    const keys = grouped.notification_groups.map(({ group_key }) => group_key);
    const sizes = await this.notifications.groupSizes(accountId, keys);
    return {
      ...grouped,
      notification_groups: grouped.notification_groups.map((group) => ({
        ...group,
        notifications_count: Math.max(group.notifications_count, sizes.get(group.group_key) ?? 0),
      })),
    };
  }

  /** What a filter hides is not counted either: then the texts have to be read. */
  async unreadCount(accountId: string, choice: NotificationChoice, limit: number): Promise<number> {
    const { count, hides } = await this.notifications.unread(accountId, choice, limit);
    return count === 0 || !hides ? count : (await this.unread(accountId, choice, limit)).length;
  }

  /** The same by groups. @param wanted types that may be put together; without it all that can be */
  async unreadGroups(
    accountId: string,
    choice: NotificationChoice,
    limit: number,
    wanted: readonly string[] | undefined,
  ): Promise<number> {
    const together = GROUPED_TYPES.filter((type) => wanted?.includes(type) ?? true);
    const { count, hides } = await this.notifications.unreadGroups(accountId, choice, limit, together);
    if (count === 0 || !hides) return count;
    const unread = await this.unread(accountId, choice, LOOKED_THROUGH);
    const groups = groupNotifications(unread, (type) => together.some((one) => one === type)).notification_groups;
    return Math.min(groups.length, limit);
  }

  private async unread(accountId: string, choice: NotificationChoice, limit: number): Promise<Notification[]> {
    const { notifications: marker } = await this.markers.read(accountId, ['notifications']);
    const page = await this.page(accountId, { ...choice, filtered: false }, { since_id: marker?.last_read_id, limit });
    return page.items;
  }

  private async present(accountId: string, rows: NotificationRow[]): Promise<(Notification | null)[]> {
    if (rows.length === 0) return [];
    const statusIds = [...new Set(rows.flatMap((row) => row.status_id ?? []))];
    const [loaded, reports, actors, markers] = await Promise.all([
      this.statuses.load(accountId, statusIds),
      this.reports.byIds(rows.flatMap((row) => row.report_id ?? [])),
      this.accounts.byIds([...new Set(rows.map((row) => row.from_account_id))]),
      this.markers.read(accountId, ['notifications']),
    ]);
    const statuses = new Map(loaded.map((status) => [status.id, status]));
    const accounts = new Map([...actors].map(([id, row]) => [id, this.presenter.present(row)]));
    const read = markers.notifications?.last_read_id ?? '0';
    return rows.map((row) => {
      const account = accounts.get(row.from_account_id);
      const status = row.status_id === null ? null : statuses.get(row.status_id);
      const report = row.report_id === null ? null : reports.get(row.report_id);
      if (!account || status === undefined || report === undefined) return null;
      return status && isHidden(status, 'notifications') ? null : view(row, account, { status, report }, read);
    });
  }
}

function view(
  row: NotificationRow,
  account: Account,
  { status, report }: { status: Status | null; report: Report | null },
  read: string,
): Notification {
  return {
    id: row.id,
    type: row.type,
    created_at: row.created_at.toISOString(),
    group_key: groupKey(row),
    account,
    ...(status === null ? {} : { status }),
    ...(report === null ? {} : { report }),
    ...(row.filtered ? { filtered: true as const } : {}),
    roost: { reply: row.reply, unread: !row.filtered && compareIds(row.id, read) > 0 },
  };
}
