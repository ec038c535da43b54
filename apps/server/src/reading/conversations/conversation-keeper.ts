import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { visibleTo } from '../../posts/statuses/status-visibility.sql.js';
import { NEWEST, othersThan, PARTY, quietFor } from './conversation.sql.js';

/** A conversation that is not as it was. */
export interface ChangedConversation {
  id: string;
  account_id: string;
  last_status_id: string | null;
}

// For everybody in it who may see the status. Whoever writes has read; what is muted does not call. Index: conversation_key.
const TAKE_IN = `
  insert into conversation as c (account_id, thread_id, others, first_status_id, last_status_id, read_id)
  select owner.id, s.thread_id, told.others, s.id, s.id,
         case when s.account_id = owner.id or (${quietFor('owner.id')} and coalesce(known.read_id >= known.last_status_id, true)) then s.id else 0 end
    from status s
    cross join lateral (${PARTY}) party
    join account owner on owner.id = party.id and owner.state = 'active'
    cross join lateral (select ${othersThan('owner.id')} as others) told
    left join conversation known on known.account_id = owner.id and known.thread_id = s.thread_id and known.others = told.others
   where s.id = $1 and s.visibility = 'direct' and s.boost_of_id is null and ${visibleTo('owner.id')}
   order by owner.id
  on conflict (account_id, thread_id, others) do update
    set last_status_id = greatest(c.last_status_id, excluded.last_status_id), read_id = greatest(c.read_id, excluded.read_id)
  returning id, account_id, last_status_id`;

const recount = (which: string): string => `
  with gone_on as (
    update conversation c set last_status_id = found.last_id
      from (select k.id, ${NEWEST} as last_id from conversation k where ${which} order by k.id) found
     where c.id = found.id and c.last_status_id is distinct from found.last_id
    returning c.id, c.account_id, c.last_status_id
  ) select id, account_id, last_status_id from gone_on`;
// Index: conversation_thread.
const RECOUNT_THREAD = recount('k.thread_id = $1');
// Index: conversation_key, from either owner.
const RECOUNT_PAIR = recount(
  '(k.account_id = $1 and $2::bigint = any(k.others)) or (k.account_id = $2 and $1::bigint = any(k.others))',
);
// Index: conversation_others.
const RECOUNT_PERSON = recount('k.others @> array[$1::bigint]');

/** Keeps the rows of conversations, in the transaction of whoever hears the journal. */
@Injectable()
export class ConversationKeeper {
  /** A direct status was said, or says something else now. Others change nothing. */
  takeIn(manager: EntityManager, statusId: string): Promise<ChangedConversation[]> {
    return manager.query(TAKE_IN, [statusId]);
  }

  /** A status of the thread is gone or is between other people. */
  recountThread(manager: EntityManager, threadId: string): Promise<ChangedConversation[]> {
    return manager.query(RECOUNT_THREAD, [threadId]);
  }

  /** Two people see each other no longer, or again. */
  async recountPair(manager: EntityManager, one: string, other: string): Promise<void> {
    await manager.query(RECOUNT_PAIR, [one, other]);
  }

  /** Nobody sees somebody's posts any longer, or again. */
  async recountPerson(manager: EntityManager, accountId: string): Promise<void> {
    await manager.query(RECOUNT_PERSON, [accountId]);
  }
}
