import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { type MediaVersion, takeMedia } from '../media/attach-media.js';
import { composePoll, type ComposedPoll } from '../polls/compose-poll.js';
import { asksTheSame, changePoll } from '../polls/keep-poll.js';
import { linkTags, unlinkTags } from '../tags/keep-tags.js';
import { ComposeText } from './compose-text.js';
import { currentVersion, type CurrentVersion } from './current-version.js';
import { audienceOf, isCounted, type LockedStatus, lockStatus } from './lock-status.js';
import { EditWindowOver, PollWithMedia } from './status.errors.js';
import type { StatusChange } from './status.input.js';
import { canEdit, EDIT_WINDOW_MS } from './status.policy.js';
import { factsOf, StatusReader } from './status.reader.js';
import { setMentions } from './status-links.js';
import { type NextVersion, storeMedia, storeVersion } from './store-version.js';

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
    const poll = nextPoll(now, input);
    if (poll && taken.length > 0) throw new PollWithMedia();
    const text = await this.composeText.run(
      {
        text: input.status ?? now.text,
        spoiler: input.spoiler_text ?? now.spoiler_text,
        mayBeBlank: taken.length > 0 || poll !== null,
      },
      manager,
    );
    return {
      ...text,
      poll,
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
    const pollId = await changePoll(manager, status.account_id, now.poll, next.poll);
    const { version, edited_at } = await storeVersion(manager, viewer, status.id, next, pollId);
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
        poll: next.poll && {
          id: pollId,
          options: next.poll.options,
          multiple: next.poll.multiple,
          hideTotals: next.poll.hideTotals,
          seconds: next.poll.seconds,
        },
        version,
        formerMentions: former.mentions,
        formerTags: former.tags,
        formerMediaIds: now.media.map((item) => item.id),
        editedAt: edited_at.toISOString(),
      },
    });
  }
}

/** The same question that is over keeps its end: no edit opens it again. */
function nextPoll(now: CurrentVersion, input: StatusChange): ComposedPoll | null {
  if (input.poll === undefined) return now.poll;
  const wished = input.poll && composePoll(input.poll);
  return now.poll?.over && asksTheSame(now.poll, wished) ? now.poll : wished;
}

/** Text, warning, question and choice of pictures are what readers answered to; they can be changed for a while only. */
function hasOtherContent(now: CurrentVersion, next: NextVersion): boolean {
  return (
    now.text !== next.text ||
    now.spoiler_text !== next.spoiler ||
    !asksTheSame(now.poll, next.poll) ||
    idsOf(now.media) !== idsOf(next.media)
  );
}

function isSame(now: CurrentVersion, next: NextVersion): boolean {
  return (
    !hasOtherContent(now, next) &&
    now.sensitive === next.sensitive &&
    now.language === next.language &&
    now.poll?.hideTotals === next.poll?.hideTotals &&
    now.poll?.seconds === next.poll?.seconds &&
    JSON.stringify(now.media.map(details)) === JSON.stringify(next.media.map(details))
  );
}

function idsOf(media: readonly MediaVersion[]): string {
  return media.map((item) => item.id).join();
}

function details(item: MediaVersion): unknown[] {
  return [item.id, item.description, Math.fround(item.focus_x), Math.fround(item.focus_y)];
}
