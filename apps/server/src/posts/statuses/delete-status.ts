import { Injectable } from '@nestjs/common';
import type { Status } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { compareIds } from '../../platform/http/paging.js';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { LoosenMedia } from '../media/loosen-media.js';
import { MediaReader } from '../media/media.reader.js';
import { REMOVE_FILES } from '../media/remove-files.job.js';
import { unlinkTags } from '../tags/keep-tags.js';
import { audienceOf, isCounted, type LockedStatus, lockStatus } from './lock-status.js';
import { StatusReader } from './status.reader.js';
import { UnboostStatus } from './unboost-status.js';

export interface Deletion {
  id: string;
  /** False gives the pictures back to the author, for "delete and redraft". */
  deleteMedia: boolean;
}

@Injectable()
export class DeleteStatus {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly reader: StatusReader,
    private readonly media: MediaReader,
    private readonly loosenMedia: LoosenMedia,
    private readonly unboostStatus: UnboostStatus,
  ) {}

  /**
   * From the commit on the status is on no surface, and its pictures' addresses lead nowhere. Deleting a boost takes it back.
   * @returns the status as it was, with its plain text and the pictures that can be used again
   * @throws NotFound also for other people's
   */
  async run(viewer: Viewer, input: Deletion): Promise<Status> {
    const status = await this.reader.one(viewer.accountId, input.id);
    if (status.account.id !== viewer.accountId) throw new NotFound();
    if (status.reblog) await this.unboostStatus.run(viewer, { id: status.reblog.id });
    else await this.database.transaction((manager) => this.delete(manager, viewer, status, input.deleteMedia));
    const mediaIds = status.media_attachments.map((item) => item.id);
    return { ...status, text: status.roost.text, media_attachments: await this.media.own(viewer.accountId, mediaIds) };
  }

  private async delete(
    manager: EntityManager,
    viewer: Viewer,
    { id, in_reply_to_id }: Status,
    deleteMedia: boolean,
  ): Promise<void> {
    const parentId = in_reply_to_id;
    // The lower id first, as everywhere: usually the parent's, but imported posts may differ.
    if (parentId !== null && compareIds(parentId, id) < 0) await lockParent(manager, parentId);
    const status = await lockStatus(manager, id);
    if (parentId !== null && compareIds(parentId, id) > 0) await lockParent(manager, parentId);

    await manager.query('update status set deleted_at = now() where id = $1', [id]);
    const boosts: { id: string; accountId: string }[] = await manager.query(
      `with gone as (
         update status set deleted_at = now() where boost_of_id = $1 and deleted_at is null returning id, account_id
       ) select id, account_id as "accountId" from gone order by id`,
      [id],
    );
    if (parentId !== null && isCounted(status.visibility))
      await manager.query('update status set replies_count = replies_count - 1 where id = $1', [parentId]);
    await manager.query('delete from pin where status_id = $1', [id]);
    await manager.query('delete from bookmark where status_id = $1', [id]);
    const media = await this.loosenMedia.run(manager, id, !deleteMedia);
    const tags = await unlinkTags(manager, id);
    await uncountForAuthor(manager, status);
    if (media.files.length > 0) await this.jobs.send(manager, REMOVE_FILES, { files: media.files });
    await this.journal.append(manager, {
      type: 'status.deleted',
      actorId: viewer.accountId,
      subjectType: 'status',
      subjectId: id,
      audience: audienceOf(status),
      payload: {
        authorId: status.account_id,
        visibility: status.visibility,
        inReplyToId: parentId,
        inReplyToAccountId: status.in_reply_to_account_id,
        threadId: status.thread_id,
        mentions: status.mentioned,
        tags,
        boosts,
        mediaIds: media.ids,
      },
    });
  }
}

/** Unlike the status itself, its parent may be gone already. */
async function lockParent(manager: EntityManager, id: string): Promise<void> {
  await manager.query('select id from status where id = $1 for no key update', [id]);
}

/** Direct posts were never counted. Index: status_author. */
async function uncountForAuthor(manager: EntityManager, status: LockedStatus): Promise<void> {
  if (status.visibility === 'direct') return;
  await manager.query(
    `update account set statuses_count = statuses_count - 1,
            last_status_at = (select s.created_at from status s
                               where s.account_id = $1 and s.deleted_at is null and s.boost_of_id is null and s.visibility <> 'direct'
                               order by s.id desc limit 1)
      where id = $1`,
    [status.account_id],
  );
}
