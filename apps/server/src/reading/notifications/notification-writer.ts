import { Injectable } from '@nestjs/common';
import type { NotificationType } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../platform/journal/journal.js';
import { visibleTo } from '../../posts/statuses/status-visibility.sql.js';
import { ApplyPolicies } from './apply-policies.js';
import { hears } from './notification.sql.js';

/** Something that may be worth telling. */
export interface StatusNews {
  /** `seq` of the entry it comes from: telling it twice tells it once. */
  cause: string;
  type: NotificationType;
  actorId: string;
  statusId: string;
  receivers: readonly string[];
  /** Of the receivers, the one whose status was answered. */
  answeredId?: string | null;
}

export interface AccountNews {
  cause: string;
  type: NotificationType;
  actorId: string;
  receiverId: string;
}

interface Told {
  id: string;
  account_id: string;
  filtered: boolean;
}

// Receivers who may see the status, hear its actor, and did not mute the thread. Nobody hears of what they did themselves; a poll ends
// by the clock, so its author hears of it too. Indexes: account_pkey, and those of the relations.
const TELL_OF_STATUS = `
  insert into notification (account_id, type, from_account_id, status_id, reply, cause, filtered)
  select r.id, $2, $3, s.id, r.id is not distinct from $6::bigint, $5, r.id = any($7::bigint[])
    from status s join account r on r.id = any($4::bigint[])
   where s.id = $1 and (r.id <> $3::bigint or $2 = 'poll') and r.state = 'active' and ${visibleTo('r.id')} and ${hears('r.id', '$3::bigint')}
     and not exists (select 1 from thread_mute t where t.account_id = r.id and t.thread_id = s.thread_id)
   order by r.id
  on conflict (account_id, type, cause) do nothing
  returning id, account_id, filtered`;

const TELL_OF_ACCOUNT = `
  insert into notification (account_id, type, from_account_id, cause, filtered)
  select r.id, $2, $3, $4, r.id = any($5::bigint[]) from account r where r.id = $1 and r.id <> $3::bigint and r.state = 'active' and ${hears('r.id', '$3::bigint')}
  on conflict (account_id, type, cause) do nothing
  returning id, account_id, filtered`;

// Whoever moderates now, except for what they did themselves. Few do: no index.
const TELL_MODERATORS = `
  insert into notification (account_id, type, from_account_id, report_id, cause)
  select r.id, $1, $2, $3, $4 from account r where r.role <> 'member' and r.state = 'active' and r.id <> $2::bigint order by r.id
  on conflict (account_id, type, cause) do nothing
  returning id, account_id, filtered`;

// Index: notification_request_pair.
const ASK = `
  insert into notification_request (account_id, from_account_id) select unnest($1::bigint[]), $2
  on conflict (account_id, from_account_id) do update set updated_at = now()`;

/** Writes notifications in the transaction of whoever hears the journal, and says in the journal that they are there. */
@Injectable()
export class NotificationWriter {
  constructor(
    private readonly journal: Journal,
    private readonly policies: ApplyPolicies,
  ) {}

  async tellOfStatus(manager: EntityManager, news: StatusNews): Promise<void> {
    const { receivers, apart } = await this.policies.run(manager, news, news.receivers);
    if (receivers.length === 0) return;
    const told: Told[] = await manager.query(TELL_OF_STATUS, [
      news.statusId,
      news.type,
      news.actorId,
      receivers,
      news.cause,
      news.answeredId ?? null,
      apart,
    ]);
    await this.announce(manager, news.actorId, told);
  }

  async tellOfAccount(manager: EntityManager, news: AccountNews): Promise<void> {
    const { receivers, apart } = await this.policies.run(manager, { ...news, statusId: null }, [news.receiverId]);
    if (receivers.length === 0) return;
    const told: Told[] = await manager.query(TELL_OF_ACCOUNT, [news.receiverId, news.type, news.actorId, news.cause, apart]);
    await this.announce(manager, news.actorId, told);
  }

  /** What concerns all who moderate; no policy of theirs keeps it from them. */
  async tellModerators(
    manager: EntityManager,
    news: { cause: string; type: 'admin.sign_up' | 'admin.report'; actorId: string; reportId: string | null },
  ): Promise<void> {
    const told: Told[] = await manager.query(TELL_MODERATORS, [news.type, news.actorId, news.reportId, news.cause]);
    await this.announce(manager, news.actorId, told);
  }

  /** Takes back what is no longer so. Index: notification_list, notification_from. */
  async withdraw(
    manager: EntityManager,
    gone: { receiverId: string; actorId: string; type: NotificationType; statusId?: string },
  ): Promise<void> {
    await manager.query(
      `delete from notification where account_id = $1 and from_account_id = $2 and type = $3 and ($4::bigint is null or status_id = $4)`,
      [gone.receiverId, gone.actorId, gone.type, gone.statusId ?? null],
    );
  }

  /** Nothing is told of a deleted status any more. Index: notification_status. */
  async forgetStatus(manager: EntityManager, statusId: string): Promise<void> {
    await manager.query('delete from notification where status_id = $1', [statusId]);
  }

  /** The live hub hears of it there, on whichever node the receiver is connected. What is kept apart calls nobody: it asks to be let in. */
  private async announce(manager: EntityManager, actorId: string, told: readonly Told[]): Promise<void> {
    const apart = told.filter((one) => one.filtered).map((one) => one.account_id);
    if (apart.length > 0) await manager.query(ASK, [apart, actorId]);
    for (const { id, account_id, filtered } of told) {
      if (filtered) continue;
      await this.journal.append(manager, {
        type: 'notification.created',
        actorId: null,
        subjectType: 'notification',
        subjectId: id,
        audience: { visibility: 'direct', mentioned: [account_id] },
        payload: { notificationId: id, accountId: account_id },
      });
    }
  }
}
