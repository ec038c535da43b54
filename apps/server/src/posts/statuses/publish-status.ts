import { Injectable } from '@nestjs/common';
import type { Visibility } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { preferencesOf } from '../../people/accounts/preferences.js';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { Forbidden } from '../../platform/errors.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { Journal } from '../../platform/journal/journal.js';
import { placeMedia, takeMedia } from '../media/attach-media.js';
import { composePoll, type ComposedPoll } from '../polls/compose-poll.js';
import { insertPoll, pollVersion } from '../polls/keep-poll.js';
import { linkTags } from '../tags/keep-tags.js';
import { ComposeText, type ComposedText } from './compose-text.js';
import { isCounted, lockStatus } from './lock-status.js';
import { PartNotOffered, PollWithMedia } from './status.errors.js';
import type { NewStatus } from './status.input.js';
import { StatusReader } from './status.reader.js';
import { setMentions } from './status-links.js';

/** Who writes, and with which app. */
export type Author = Pick<Viewer, 'accountId' | 'appId'>;

/** Everything decided before the transaction. */
export interface Draft extends ComposedText {
  viewer: Author;
  visibility: Visibility;
  sensitive: boolean;
  language: string | null;
  parent: { id: string; accountId: string; threadId: string } | null;
  mediaIds: string[];
  poll: ComposedPoll | null;
}

@Injectable()
export class PublishStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly idempotency: Idempotency,
    private readonly reader: StatusReader,
    private readonly accounts: AccountReader,
    private readonly composeText: ComposeText,
  ) {}

  /**
   * Nothing is cut or corrected: a text that does not fit is refused as a whole.
   * @returns the id of the status; of the earlier one when the same request came before
   * @throws StatusTooLong StatusOverloaded StatusBlank PartNotOffered TooManyMedia MediaNotFree PollRefused PollWithMedia NotFound (what it answers)
   */
  async run(viewer: Viewer, input: NewStatus): Promise<string> {
    const draft = await this.prepare(viewer, input);
    return this.database.transaction(async (manager) => {
      const { id } = await this.idempotency.once(manager, `account:${viewer.accountId}`, () => this.publish(manager, draft));
      return id;
    });
  }

  /**
   * All checks that need no transaction; what was left out is filled from the author's preferences.
   * @throws what {@link run} throws, except for media
   */
  async prepare(viewer: Author, input: NewStatus): Promise<Draft> {
    if (input.quoted_status_id !== undefined) throw new PartNotOffered('quoted_status_id');
    const mediaIds = input.media_ids ?? [];
    const poll = input.poll ? composePoll(input.poll) : null;
    if (poll && mediaIds.length > 0) throw new PollWithMedia();
    const text = await this.composeText.run({
      text: input.status ?? '',
      spoiler: input.spoiler_text ?? '',
      mayBeBlank: mediaIds.length > 0 || poll !== null,
    });
    const parent = input.in_reply_to_id === undefined ? null : await this.reader.seen(viewer.accountId, input.in_reply_to_id);
    const account = await this.accounts.byId(viewer.accountId);
    const preferences = preferencesOf(account?.preferences ?? {});
    return {
      ...text,
      viewer,
      visibility: input.visibility ?? preferences.posting_visibility,
      sensitive: (input.sensitive ?? preferences.posting_sensitive) || text.spoiler !== '',
      language: input.language ?? preferences.posting_language,
      parent: parent && { id: parent.row.id, accountId: parent.row.account_id, threadId: parent.row.thread_id },
      mediaIds,
      poll,
    };
  }

  /**
   * @param scheduledId the scheduled status whose time has come: its files are taken from it
   * @returns the id of the status. @throws TooManyMedia MediaNotFree NotFound Forbidden
   */
  async publish(manager: EntityManager, draft: Draft, scheduledId: string | null = null): Promise<string> {
    const { viewer, visibility, parent } = draft;
    if (parent) {
      await lockStatus(manager, parent.id);
      if (isCounted(visibility))
        await manager.query('update status set replies_count = replies_count + 1 where id = $1', [parent.id]);
    }
    const media = await takeMedia(manager, { accountId: viewer.accountId, scheduledId }, draft.mediaIds);
    const mediaIds = media.map((item) => item.id);
    const pollId = draft.poll && (await insertPoll(manager, viewer.accountId, draft.poll));
    const { id, thread_id } = await insert(manager, draft, media, pollId);
    if (draft.mentions.length > 0) await setMentions(manager, id, draft.mentions);
    if (mediaIds.length > 0) await placeMedia(manager, id, mediaIds);
    await linkTags(manager, id, draft.tags, isCounted(visibility));
    await countForAuthor(manager, viewer.accountId, visibility);
    await this.journal.append(manager, {
      type: 'status.published',
      actorId: viewer.accountId,
      subjectType: 'status',
      subjectId: id,
      audience: { visibility, mentioned: draft.mentions },
      payload: {
        text: draft.text,
        spoiler: draft.spoiler,
        sensitive: draft.sensitive,
        visibility,
        language: draft.language,
        inReplyToId: parent?.id ?? null,
        inReplyToAccountId: parent?.accountId ?? null,
        threadId: thread_id,
        mentions: draft.mentions,
        tags: draft.tags.map((tag) => tag.name),
        mediaIds,
        poll: draft.poll && { id: pollId, ...draft.poll },
        version: 1,
      },
    });
    return id;
  }
}

/** The status and its first version, in one statement. */
async function insert(
  manager: EntityManager,
  draft: Draft,
  media: readonly object[],
  pollId: string | null,
): Promise<{ id: string; thread_id: string }> {
  const rows: { id: string; thread_id: string }[] = await manager.query(
    `with new as materialized (select roost_id() as id),
     published as (
       insert into status (id, thread_id, account_id, text, spoiler_text, sensitive, language, visibility, entities, in_reply_to_id, in_reply_to_account_id, app_id, has_media, poll_id)
       select id, coalesce($10::bigint, id), $1, $2, $3, $4, $5, $6, $7, $8, $9, $11, $13, $14 from new
       returning id, thread_id, text, spoiler_text, sensitive, language, entities, created_at
     ),
     first_version as (
       insert into status_version (status_id, version, text, spoiler_text, sensitive, language, entities, media, editor_id, created_at, poll)
       select id, 1, text, spoiler_text, sensitive, language, entities, $12, $1, created_at, $15 from published
     )
     select id, thread_id from published`,
    [
      draft.viewer.accountId,
      draft.text,
      draft.spoiler,
      draft.sensitive,
      draft.language,
      draft.visibility,
      JSON.stringify(draft.entities),
      draft.parent?.id ?? null,
      draft.parent?.accountId ?? null,
      draft.parent?.threadId ?? null,
      draft.viewer.appId,
      JSON.stringify(media),
      media.length > 0,
      pollId,
      draft.poll && JSON.stringify(pollVersion(draft.poll)),
    ],
  );
  const row = rows[0];
  if (!row) throw new Error('the status was not stored');
  return row;
}

/** Somebody suspended or disabled a moment ago publishes nothing any more: their account row is the last thing taken. */
async function countForAuthor(manager: EntityManager, accountId: string, visibility: Visibility): Promise<void> {
  const counted: unknown[] =
    visibility === 'direct'
      ? await manager.query(`select id from account where id = $1 and state = 'active' and not disabled for no key update`, [
          accountId,
        ])
      : await manager.query(
          `with author as (
             update account set statuses_count = statuses_count + 1, last_status_at = now() where id = $1 and state = 'active' and not disabled returning id
           ) select id from author`,
          [accountId],
        );
  if (counted.length === 0) throw new Forbidden();
}
