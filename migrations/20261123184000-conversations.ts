import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What two or more people say to each other in direct posts, as each of them has it. */
export class Conversations20261123184000 implements MigrationInterface {
  name = 'Conversations20261123184000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(WHAT_WAS_SAID);
    await runner.query(FROM_HERE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from journal_cursor where consumer = 'conversations';
      drop index status_direct;
      drop table conversation`);
  }
}

const TABLE = `
  create table conversation (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    thread_id bigint not null,
    -- The other people, in ascending order; nobody in what somebody writes to themselves.
    others bigint[] not null,
    -- Older posts of the thread were put away by its owner.
    first_status_id bigint not null,
    -- The newest post that its owner may see; null hides the conversation.
    last_status_id bigint references status (id) on delete set null,
    read_id bigint not null default 0
  );
  create unique index conversation_key on conversation (account_id, thread_id, others);
  create index conversation_list on conversation (account_id, last_status_id desc) where last_status_id is not null;
  create index conversation_thread on conversation (thread_id);
  create index conversation_others on conversation using gin (others);
  create index conversation_last on conversation (last_status_id);
  create index status_direct on status (account_id, id desc) where deleted_at is null and visibility = 'direct';
`;

// What was said before counts as read.
const WHAT_WAS_SAID = `
  insert into conversation (account_id, thread_id, others, first_status_id, last_status_id, read_id)
  select said.account_id, said.thread_id, said.others, min(said.id), max(said.id), max(said.id)
    from (select reader.id as account_id, s.thread_id, s.id,
                 array(select p.id from (select s.account_id as id union select m.account_id from status_mention m where m.status_id = s.id) p
                        where p.id <> reader.id order by p.id) as others
            from status s, lateral (select s.account_id as id union select m.account_id from status_mention m where m.status_id = s.id) reader
           where s.visibility = 'direct' and s.boost_of_id is null and s.deleted_at is null) said
   group by said.account_id, said.thread_id, said.others
`;

// Its consumer goes on from what this transaction saw.
const FROM_HERE = `
  insert into journal_cursor (consumer, xid, seq)
  select 'conversations', coalesce(max(e.xid), '0'), coalesce(max(e.seq), 0)
    from (select xid, seq from journal_entry where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid desc, seq desc limit 1) e
  on conflict do nothing
`;
