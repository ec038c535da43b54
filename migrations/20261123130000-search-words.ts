import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One reading of words for texts and for queries: unaccented, punctuation taken out, every CJK sign and every emoji a word of its own.
 * PostgreSQL's parser keeps `client/server` or `example.com/report` in one piece and drops emoji; trigrams find neither emoji nor
 * words of two signs. Stems keep no places: a phrase would otherwise span from the end of the words to the beginning of the stems.
 * The same index now serves words, codes, addresses, CJK and emoji, so the trigram index goes.
 */
export class SearchWords20261123130000 implements MigrationInterface {
  name = 'SearchWords20261123130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const REBUILD = `
  alter table status drop column search;
  alter table status add column search tsvector generated always as (roost_search_vector(spoiler_text, text)) stored;
  create index status_search on status using gin (search) where deleted_at is null and boost_of_id is null;
`;

const UP = `
  create function roost_words(value text) returns text language sql immutable parallel safe strict as $$
    select btrim(regexp_replace(regexp_replace(
      case when folded !~ '[\\u2600-\\u27bf\\u2b00-\\u2bff\\U0001f000-\\U0001faff]' then folded else (
        select string_agg(case when sign ~ '[\\u2600-\\u27bf\\u2b00-\\u2bff\\U0001f000-\\U0001faff]' then ' emoji' || ascii(sign) || ' ' else sign end, '' order by place)
          from regexp_split_to_table(folded, '') with ordinality as signs (sign, place)) end,
      '([\\u0e00-\\u0eff\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\U00020000-\\U0003ffff])', ' \\1 ', 'g'),
      '[^[:alnum:]]+', ' ', 'g'))
    from (select public.roost_fold(value) as folded) f
  $$;
  create or replace function roost_search_vector(spoiler text, body text) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('simple', words) || strip(to_tsvector('english', words)) || strip(to_tsvector('french', words))
      from (select public.roost_words(spoiler || ' ' || body) as words) w
  $$;
  drop index status_trgm;
  ${REBUILD}
  create index status_answered on status (in_reply_to_account_id, id desc) where in_reply_to_account_id is not null and deleted_at is null;
  create index status_company_media on status (id desc) where deleted_at is null and visibility = 'public' and boost_of_id is null and has_media;
`;

const DOWN = `
  create or replace function roost_search_vector(spoiler text, body text) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('simple', public.roost_unaccent(spoiler || ' ' || body))
      || to_tsvector('english', public.roost_unaccent(spoiler || ' ' || body))
      || to_tsvector('french', public.roost_unaccent(spoiler || ' ' || body))
  $$;
  drop index status_answered, status_company_media;
  ${REBUILD}
  create index status_trgm on status using gin (roost_fold(spoiler_text || ' ' || text) gin_trgm_ops) where deleted_at is null and boost_of_id is null;
  drop function roost_words(text);
`;
