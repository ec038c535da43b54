import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ground floor: people, posts, reading and the journal.
 * The tables belong to the owner; the application works as a member of `roost_app`, which may not alter the journal.
 */
export class GroundFloor20261123000000 implements MigrationInterface {
  name = 'GroundFloor20261123000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [ROLES, IDS, JOURNAL, PEOPLE, APPS, POSTS, READING, TECHNIQUE, GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const ROLES = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'roost_app') then
      begin
        create role roost_app nologin;
      exception when duplicate_object or unique_violation then null; -- another database of this cluster was faster
      end;
    end if;
  end $$;
  create extension if not exists unaccent;
  create extension if not exists pg_trgm;
`;

// Ids: milliseconds since 2026-01-01 UTC in the high 41 bits, a cluster-wide sequence in the low 12. They stay below 2^53.
const IDS = `
  create sequence roost_id_seq as bigint cycle;

  create function roost_id(at timestamptz default clock_timestamp()) returns bigint language sql volatile as $$
    select (greatest(floor(extract(epoch from at) * 1000)::bigint - 1767225600000, 0) << 12) | (nextval('roost_id_seq') & 4095)
  $$;
`;

const JOURNAL = `
  create table journal_entry (
    seq bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null default clock_timestamp(),
    type text not null check (length(type) between 3 and 80),
    actor_id bigint,
    on_behalf_of bigint,
    subject_type text not null check (length(subject_type) between 1 and 40),
    subject_id bigint,
    audience jsonb not null default '{}',
    commitment bytea not null check (octet_length(commitment) = 32),
    request_id text check (length(request_id) <= 100),
    position bigint unique
  );
  -- The tails read in (xid, seq) order below the transaction horizon.
  create index journal_entry_tail on journal_entry (xid, seq);
  create index journal_entry_subject on journal_entry (subject_type, subject_id, seq);
  create index journal_entry_actor on journal_entry (actor_id, seq);

  create table journal_payload (
    seq bigint primary key references journal_entry (seq),
    salt bytea not null check (octet_length(salt) = 32),
    payload jsonb not null
  );

  create table journal_cursor (
    consumer text primary key check (length(consumer) between 1 and 80),
    xid xid8 not null,
    seq bigint not null,
    updated_at timestamptz not null default now()
  );

  create function journal_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'the journal is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
  end $$;
  -- Sealing alone may fill in a position, once; everything else is refused, whoever asks.
  create trigger journal_entry_no_update before update on journal_entry for each row
    when (old.position is not null or new.position is null
      or (old.seq, old.xid, old.at, old.type, old.actor_id, old.on_behalf_of, old.subject_type, old.subject_id, old.audience, old.commitment, old.request_id)
         is distinct from
         (new.seq, new.xid, new.at, new.type, new.actor_id, new.on_behalf_of, new.subject_type, new.subject_id, new.audience, new.commitment, new.request_id))
    execute function journal_is_append_only();
  create trigger journal_entry_no_delete before delete on journal_entry for each row execute function journal_is_append_only();
  create trigger journal_entry_no_truncate before truncate on journal_entry for each statement execute function journal_is_append_only();
  create trigger journal_payload_no_update before update on journal_payload for each row execute function journal_is_append_only();
  create trigger journal_payload_no_truncate before truncate on journal_payload for each statement execute function journal_is_append_only();
`;

const PEOPLE = `
  create table account (
    id bigint primary key default roost_id(),
    handle text not null check (handle ~ '^[a-z0-9_]{2,30}$'),
    display_name text not null default '' check (length(display_name) <= 500),
    note text not null default '' check (length(note) <= 2000),
    fields jsonb not null default '[]',
    avatar_key text, avatar_blurhash text,
    header_key text,
    kind text not null default 'person' check (kind in ('person', 'official', 'bot')),
    locked boolean not null default false,
    discoverable boolean not null default true,
    indexable boolean not null default true,
    hide_collections boolean not null default false,
    role text not null default 'member' check (role in ('member', 'moderator', 'administrator')),
    state text not null default 'active' check (state in ('unconfirmed', 'waiting', 'active', 'suspended')),
    preferences jsonb not null default '{}',
    followers_count integer not null default 0,
    following_count integer not null default 0,
    statuses_count integer not null default 0,
    last_status_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    search tsvector not null default ''
  );
  create unique index account_handle on account (lower(handle));
  create index account_search on account using gin (search);
  create index account_names_trgm on account using gin ((lower(handle) || ' ' || lower(display_name)) gin_trgm_ops);

  create table credential (
    account_id bigint primary key references account (id) on delete cascade,
    email text not null check (length(email) <= 254),
    new_email text check (length(new_email) <= 254),
    password_hash text not null check (length(password_hash) <= 500),
    confirmed_at timestamptz,
    reason text check (length(reason) <= 1000),
    created_at timestamptz not null default now()
  );
  create unique index credential_email on credential (lower(email));

  create table session (
    id bigint primary key default roost_id(),
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    account_id bigint not null references account (id) on delete cascade,
    remembered boolean not null default false,
    user_agent text not null default '' check (length(user_agent) <= 500),
    ip text not null default '' check (length(ip) <= 64),
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null
  );
  create index session_account on session (account_id);

  -- Links sent by mail: confirm an address, reset a password.
  create table mail_token (
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    purpose text not null check (purpose in ('confirm', 'reset')),
    account_id bigint not null references account (id) on delete cascade,
    email text not null check (length(email) <= 254),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create index mail_token_account on mail_token (account_id);

  create table setup_token (
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  );

  create table invitation (
    id bigint primary key default roost_id(),
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    email text check (length(email) <= 254),
    created_by bigint not null references account (id),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    used_by bigint references account (id),
    revoked_at timestamptz
  );

  create table setting (
    key text primary key check (length(key) between 1 and 80),
    value jsonb not null,
    updated_at timestamptz not null default now()
  );

  -- Relations: the id of the row is the cursor of its lists.
  create table follow (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    target_id bigint not null references account (id) on delete cascade,
    show_boosts boolean not null default true,
    notify boolean not null default false,
    languages text[],
    created_at timestamptz not null default now(),
    check (account_id <> target_id)
  );
  create unique index follow_pair on follow (account_id, target_id);
  create index follow_following on follow (account_id, id desc);
  create index follow_followers on follow (target_id, id desc);

  create table follow_request (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    target_id bigint not null references account (id) on delete cascade,
    show_boosts boolean not null default true,
    notify boolean not null default false,
    created_at timestamptz not null default now(),
    check (account_id <> target_id)
  );
  create unique index follow_request_pair on follow_request (account_id, target_id);
  create index follow_request_target on follow_request (target_id, id desc);

  create table block (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    target_id bigint not null references account (id) on delete cascade,
    created_at timestamptz not null default now(),
    check (account_id <> target_id)
  );
  create unique index block_pair on block (account_id, target_id);
  create index block_list on block (account_id, id desc);
  create index block_target on block (target_id);

  create table mute (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    target_id bigint not null references account (id) on delete cascade,
    notifications boolean not null default true,
    expires_at timestamptz,
    created_at timestamptz not null default now(),
    check (account_id <> target_id)
  );
  create unique index mute_pair on mute (account_id, target_id);
  create index mute_list on mute (account_id, id desc);
`;

const APPS = `
  create table oauth_app (
    id bigint primary key default roost_id(),
    client_id text not null unique,
    secret_hash bytea not null check (octet_length(secret_hash) = 32),
    name text not null check (length(name) between 1 and 200),
    website text check (length(website) <= 2000),
    redirect_uris text[] not null,
    scopes text[] not null,
    created_at timestamptz not null default now()
  );
  create table oauth_code (
    code_hash bytea primary key check (octet_length(code_hash) = 32),
    app_id bigint not null references oauth_app (id) on delete cascade,
    account_id bigint not null references account (id) on delete cascade,
    redirect_uri text not null,
    scopes text[] not null,
    code_challenge text,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create table oauth_token (
    id bigint primary key default roost_id(),
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    app_id bigint not null references oauth_app (id) on delete cascade,
    account_id bigint references account (id) on delete cascade,
    scopes text[] not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    last_used_ip text check (length(last_used_ip) <= 64),
    revoked_at timestamptz
  );
  create index oauth_token_account on oauth_token (account_id) where revoked_at is null;
`;

const POSTS = `
  create table tag (
    id bigint primary key default roost_id(),
    name text not null unique check (length(name) between 1 and 200),
    written text not null check (length(written) between 1 and 200),
    created_at timestamptz not null default now(),
    last_used_at timestamptz
  );
  create index tag_name_trgm on tag using gin (name gin_trgm_ops);

  create table tag_follow (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    tag_id bigint not null references tag (id) on delete cascade,
    created_at timestamptz not null default now()
  );
  create unique index tag_follow_pair on tag_follow (account_id, tag_id);
  create index tag_follow_list on tag_follow (account_id, id desc);

  -- Unaccented words, so that reunion finds Réunion; marked immutable because the dictionary is ours and never changes.
  create function roost_unaccent(value text) returns text language sql immutable parallel safe strict as $$
    select public.unaccent('public.unaccent', value)
  $$;
  create function roost_search_vector(spoiler text, body text) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('simple', public.roost_unaccent(spoiler || ' ' || body))
      || to_tsvector('english', public.roost_unaccent(spoiler || ' ' || body))
      || to_tsvector('french', public.roost_unaccent(spoiler || ' ' || body))
  $$;
  create function roost_fold(value text) returns text language sql immutable parallel safe strict as $$
    select lower(public.roost_unaccent(value))
  $$;

  create table status (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    text text not null default '',
    spoiler_text text not null default '',
    sensitive boolean not null default false,
    language text check (length(language) <= 12),
    visibility text not null check (visibility in ('public', 'unlisted', 'private', 'direct')),
    entities jsonb not null default '[]',
    in_reply_to_id bigint references status (id),
    in_reply_to_account_id bigint references account (id),
    -- The first status of the thread; a status that starts one names itself.
    thread_id bigint not null,
    boost_of_id bigint references status (id),
    app_id bigint references oauth_app (id) on delete set null,
    replies_count integer not null default 0,
    boosts_count integer not null default 0,
    favourites_count integer not null default 0,
    version integer not null default 1,
    has_media boolean not null default false,
    created_at timestamptz not null default now(),
    edited_at timestamptz,
    deleted_at timestamptz,
    search tsvector generated always as (roost_search_vector(spoiler_text, text)) stored,
    -- libs/text decides on 140; these are its outer bounds.
    check (length(text) + length(spoiler_text) <= 2000)
  );
  create index status_author on status (account_id, id desc) where deleted_at is null;
  create index status_author_original on status (account_id, id desc) where deleted_at is null and boost_of_id is null and in_reply_to_id is null;
  create index status_company on status (id desc) where deleted_at is null and visibility = 'public' and boost_of_id is null;
  create index status_reply on status (in_reply_to_id) where in_reply_to_id is not null;
  create index status_thread on status (thread_id, id);
  create unique index status_boost on status (boost_of_id, account_id) where boost_of_id is not null and deleted_at is null;
  create index status_search on status using gin (search) where deleted_at is null and boost_of_id is null;
  create index status_trgm on status using gin (roost_fold(spoiler_text || ' ' || text) gin_trgm_ops) where deleted_at is null and boost_of_id is null;

  create table status_version (
    status_id bigint not null references status (id) on delete cascade,
    version integer not null,
    text text not null,
    spoiler_text text not null,
    sensitive boolean not null,
    language text,
    entities jsonb not null,
    media jsonb not null default '[]',
    editor_id bigint not null references account (id),
    created_at timestamptz not null default now(),
    primary key (status_id, version)
  );

  create table status_mention (
    status_id bigint not null references status (id) on delete cascade,
    account_id bigint not null references account (id) on delete cascade,
    silent boolean not null default false,
    primary key (status_id, account_id)
  );
  create index status_mention_account on status_mention (account_id, status_id desc);

  create table status_tag (
    tag_id bigint not null references tag (id) on delete cascade,
    status_id bigint not null references status (id) on delete cascade,
    written text not null,
    primary key (tag_id, status_id)
  );
  create index status_tag_status on status_tag (status_id);

  create table favourite (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    status_id bigint not null references status (id) on delete cascade,
    created_at timestamptz not null default now()
  );
  create unique index favourite_pair on favourite (status_id, account_id);
  create index favourite_list on favourite (account_id, id desc);
  create index favourite_status on favourite (status_id, id desc);

  create table bookmark (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    status_id bigint not null references status (id) on delete cascade,
    created_at timestamptz not null default now()
  );
  create unique index bookmark_pair on bookmark (account_id, status_id);
  create index bookmark_list on bookmark (account_id, id desc);
  create index bookmark_status on bookmark (status_id);

  create table pin (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    status_id bigint not null unique references status (id) on delete cascade,
    created_at timestamptz not null default now()
  );
  create index pin_list on pin (account_id, id desc);

  create table thread_mute (
    account_id bigint not null references account (id) on delete cascade,
    thread_id bigint not null,
    created_at timestamptz not null default now(),
    primary key (account_id, thread_id)
  );

  create table media (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    status_id bigint references status (id) on delete set null,
    position integer not null default 0,
    type text not null default 'image' check (type in ('image')),
    -- 256 random bits: who knows the address may fetch the file.
    key text not null unique check (length(key) between 20 and 100),
    content_type text not null,
    bytes integer not null check (bytes > 0),
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    preview_width integer not null check (preview_width > 0),
    preview_height integer not null check (preview_height > 0),
    description text check (length(description) <= 1500),
    blurhash text,
    focus_x real not null default 0 check (focus_x between -1 and 1),
    focus_y real not null default 0 check (focus_y between -1 and 1),
    created_at timestamptz not null default now()
  );
  create index media_status on media (status_id, position) where status_id is not null;
  create index media_unattached on media (created_at) where status_id is null;
`;

const READING = `
  create table notification (
    id bigint primary key default roost_id(),
    account_id bigint not null references account (id) on delete cascade,
    type text not null check (type in ('mention', 'status', 'reblog', 'follow', 'follow_request', 'favourite', 'update')),
    from_account_id bigint not null references account (id) on delete cascade,
    status_id bigint references status (id) on delete cascade,
    reply boolean not null default false,
    -- The journal entry that caused it: a consumer that repeats itself changes nothing.
    cause bigint not null,
    created_at timestamptz not null default now()
  );
  create unique index notification_cause on notification (account_id, type, cause);
  create index notification_list on notification (account_id, id desc);
  create index notification_from on notification (from_account_id);
  create index notification_status on notification (status_id) where status_id is not null;

  create table marker (
    account_id bigint not null references account (id) on delete cascade,
    timeline text not null check (timeline in ('home', 'notifications')),
    last_read_id bigint not null,
    version integer not null default 1,
    updated_at timestamptz not null default now(),
    primary key (account_id, timeline)
  );
`;

const TECHNIQUE = `
  create table idempotency_key (
    principal text not null check (length(principal) <= 100),
    key text not null check (length(key) between 1 and 255),
    route text not null check (length(route) <= 200),
    body_hash bytea not null check (octet_length(body_hash) = 32),
    status_code integer not null,
    answer jsonb not null,
    created_at timestamptz not null default now(),
    primary key (principal, key)
  );
  create index idempotency_key_age on idempotency_key (created_at);

  -- Counters of a fixed window, shared by all nodes; losing them in a crash only forgives.
  create unlogged table rate_limit (
    bucket text primary key check (length(bucket) <= 200),
    window_start timestamptz not null,
    used integer not null
  );
  create index rate_limit_age on rate_limit (window_start);

  -- The local outbox: what Roost would have sent, while no SMTP server is set.
  create table outbox_mail (
    id bigint primary key default roost_id(),
    recipient text not null,
    subject text not null,
    body text not null,
    created_at timestamptz not null default now()
  );
`;

const GRANTS = `
  grant usage on schema public to roost_app;
  grant select, insert, update, delete on all tables in schema public to roost_app;
  grant usage, select on all sequences in schema public to roost_app;
  revoke update, delete, truncate on journal_entry, journal_payload from roost_app;
  alter default privileges in schema public grant select, insert, update, delete on tables to roost_app;
  alter default privileges in schema public grant usage, select on sequences to roost_app;
`;

const DOWN = `
  drop table if exists outbox_mail, rate_limit, idempotency_key, marker, notification, media, thread_mute, pin, bookmark, favourite,
    status_tag, status_mention, status_version, status, tag_follow, tag, oauth_token, oauth_code, oauth_app, mute, block,
    follow_request, follow, setting, invitation, setup_token, mail_token, session, credential, account, journal_cursor,
    journal_payload, journal_entry cascade;
  drop function if exists journal_is_append_only(), roost_search_vector(text, text), roost_fold(text), roost_unaccent(text), roost_id(timestamptz);
  drop sequence if exists roost_id_seq;
  alter default privileges in schema public revoke select, insert, update, delete on tables from roost_app;
  alter default privileges in schema public revoke usage, select on sequences from roost_app;
`;
