import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { type MediaVersion, placeMedia, takeMedia } from '../media/attach-media.js';
import { linkTags, unlinkTags } from '../tags/keep-tags.js';
import { ComposeText, type ComposedText } from './compose-text.js';
import { currentVersion, type CurrentVersion } from './current-version.js';
import { audienceOf, isCounted, type LockedStatus, lockStatus } from './lock-status.js';
import { EditWindowOver, PartNotOffered } from './status.errors.js';
import type { StatusChange } from './status.input.js';
import { canEdit, EDIT_WINDOW_MS } from './status.policy.js';
import { factsOf, StatusReader } from './status.reader.js';
import { setMentions } from './status-links.js';

/** The next version, put together but not yet stored. */
interface NextVersion extends ComposedText {
  sensitive: boolean;
  language: string | null;
  media: MediaVersion[];
}

@Injectable()
export class EditStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly reader: StatusReader,
    private readonly composeText: ComposeText,
    private readonly clock: Clock,
  ) {}

  /**
   * What a client leaves out stays as it is; the audience never changes. A change of nothing is no version.
   * @returns the id of the status
   * @throws NotFound (also for other people's) EditWindowOver and what publishing throws
   */
  async run(viewer: Viewer, input: StatusChange & { id: string }): Promise<string> {
    if (input.poll !== undefined && input.poll !== null) throw new PartNotOffered('poll');
    const { row, author } = await this.reader.seen(viewer.accountId, input.id);
    if (row.account_id !== viewer.accountId) throw new NotFound();
    const mayChangeText = canEdit(viewer.accountId, factsOf(row, author), row.created_at, this.clock.now());
    await this.database.transaction(async (manager) => {
      const status = await lockStatus(manager, row.id);
      const now = await currentVersion(manager, row.id);
      const next = await this.compose(manager, status, now, input);
      if (hasOtherContent(now, next) && !mayChangeText) throw new EditWindowOver(EDIT_WINDOW_MS / 60_000);
      if (isSame(now, next)) return;
      await this.store(manager, viewer, status, now, next);
    });
    return row.id;
  }

  private async compose(
    manager: EntityManager,
    status: LockedStatus,
    now: CurrentVersion,
    input: StatusChange,
  ): Promise<NextVersion> {
    const wanted = input.media_ids ?? now.media.map((item) => item.id);
    const taken = await takeMedia(manager, { accountId: status.account_id, statusId: status.id }, wanted);
    const text = await this.composeText.run(
      { text: input.status ?? now.text, spoiler: input.spoiler_text ?? now.spoiler_text, mayBeBlank: taken.length > 0 },
      manager,
    );
    return {
      ...text,
      sensitive: (input.sensitive ?? now.sensitive) || text.spoiler !== '',
      language: input.language ?? now.language,
      media: taken.map((item) => {
        const change = input.media_attributes?.find((attributes) => attributes.id === item.id);
        const focus = change?.focus ?? { x: item.focus_x, y: item.focus_y };
        return {
          id: item.id,
          description: change?.description === undefined ? item.description : change.description || null,
          focus_x: focus.x,
          focus_y: focus.y,
        };
      }),
    };
  }

  private async store(
    manager: EntityManager,
    viewer: Viewer,
    status: LockedStatus,
    now: CurrentVersion,
    next: NextVersion,
  ): Promise<void> {
    const former = { mentions: status.mentioned, tags: await unlinkTags(manager, status.id) };
    const { version, edited_at } = await storeVersion(manager, viewer, status.id, next);
    await setMentions(manager, status.id, next.mentions);
    await storeMedia(manager, status.id, next.media);
    await linkTags(manager, status.id, next.tags, isCounted(status.visibility));
    await this.journal.append(manager, {
      type: 'status.edited',
      actorId: viewer.accountId,
      subjectType: 'status',
      subjectId: status.id,
      audience: audienceOf({ visibility: status.visibility, mentioned: next.mentions }),
      payload: {
        text: next.text,
        spoiler: next.spoiler,
        sensitive: next.sensitive,
        visibility: status.visibility,
        language: next.language,
        inReplyToId: status.in_reply_to_id,
        inReplyToAccountId: status.in_reply_to_account_id,
        threadId: status.thread_id,
        mentions: next.mentions,
        tags: next.tags.map((tag) => tag.name),
        mediaIds: next.media.map((item) => item.id),
        version,
        formerMentions: former.mentions,
        formerTags: former.tags,
        formerMediaIds: now.media.map((item) => item.id),
        editedAt: edited_at.toISOString(),
      },
    });
  }
}

/** Text, warning and choice of pictures are what readers answered to; they can be changed for a while only. */
function hasOtherContent(now: CurrentVersion, next: NextVersion): boolean {
  return now.text !== next.text || now.spoiler_text !== next.spoiler || idsOf(now.media) !== idsOf(next.media);
}

function isSame(now: CurrentVersion, next: NextVersion): boolean {
  return (
    !hasOtherContent(now, next) &&
    now.sensitive === next.sensitive &&
    now.language === next.language &&
    JSON.stringify(now.media.map(details)) === JSON.stringify(next.media.map(details))
  );
}

function idsOf(media: readonly MediaVersion[]): string {
  return media.map((item) => item.id).join();
}

function details(item: MediaVersion): unknown[] {
  return [item.id, item.description, Math.fround(item.focus_x), Math.fround(item.focus_y)];
}

async function storeVersion(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
  next: NextVersion,
): Promise<{ version: number; edited_at: Date }> {
  const rows: { version: number; edited_at: Date }[] = await manager.query(
    `with edited as (
       update status set text = $2, spoiler_text = $3, sensitive = $4, language = $5, entities = $6, has_media = $7, version = version + 1, edited_at = now()
        where id = $1 returning id, version, text, spoiler_text, sensitive, language, entities, edited_at
     ),
     kept as (
       insert into status_version (status_id, version, text, spoiler_text, sensitive, language, entities, media, editor_id, created_at)
       select id, version, text, spoiler_text, sensitive, language, entities, $8, $9, edited_at from edited
     )
     select version, edited_at from edited`,
    [
      id,
      next.text,
      next.spoiler,
      next.sensitive,
      next.language,
      JSON.stringify(next.entities),
      next.media.length > 0,
      JSON.stringify(next.media),
      viewer.accountId,
    ],
  );
  const row = rows[0];
  if (!row) throw new Error('the new version was not stored');
  return row;
}

async function storeMedia(manager: EntityManager, statusId: string, media: readonly MediaVersion[]): Promise<void> {
  await placeMedia(
    manager,
    statusId,
    media.map((item) => item.id),
  );
  for (const item of media) {
    await manager.query('update media set description = $2, focus_x = $3, focus_y = $4 where id = $1', [
      item.id,
      item.description,
      item.focus_x,
      item.focus_y,
    ]);
  }
}
