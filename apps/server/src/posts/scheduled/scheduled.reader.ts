import { Injectable } from '@nestjs/common';
import type { MediaAttachment, ScheduledStatus } from '@roost/contracts';
import { Database, type Statement, statement } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { bounds, type Page, type Paged, paged } from '../../platform/http/paging.js';
import { MediaReader } from '../media/media.reader.js';
import { SCHEDULED_COLUMNS, type ScheduledRow } from './scheduled.row.js';

// Index: scheduled_status_list.
const list = (order: 'asc' | 'desc'): Statement =>
  statement(
    `scheduled-statuses-${order}`,
    `select ${SCHEDULED_COLUMNS} from scheduled_status s
      where s.account_id = $1 and s.id < $2 and s.id > $3 order by s.id ${order} limit $4`,
  );
const LIST = { asc: list('asc'), desc: list('desc') };
const ONE = statement(
  'scheduled-status',
  `select ${SCHEDULED_COLUMNS} from scheduled_status s where s.account_id = $1 and s.id = $2`,
);

/** What somebody has scheduled; nobody else learns of it. */
@Injectable()
export class ScheduledReader {
  constructor(
    private readonly database: Database,
    private readonly media: MediaReader,
  ) {}

  async page(accountId: string, page: Page): Promise<Paged<ScheduledStatus>> {
    const { below, above, ascending } = bounds(page);
    const rows = await this.database.read<ScheduledRow>(ascending ? LIST.asc : LIST.desc, [accountId, below, above, page.limit]);
    return paged(await this.present(accountId, rows), page, (status) => status.id);
  }

  /** @throws NotFound for other people's too */
  async one(accountId: string, id: string): Promise<ScheduledStatus> {
    const [status] = await this.present(accountId, await this.database.read<ScheduledRow>(ONE, [accountId, id]));
    if (!status) throw new NotFound();
    return status;
  }

  private async present(accountId: string, rows: readonly ScheduledRow[]): Promise<ScheduledStatus[]> {
    const ids = rows.flatMap((row) => row.params.media_ids);
    const media = new Map((ids.length === 0 ? [] : await this.media.own(accountId, ids)).map((item) => [item.id, item]));
    return rows.map((row) => present(row, media));
  }
}

function present(row: ScheduledRow, media: ReadonlyMap<string, MediaAttachment>): ScheduledStatus {
  const { params, failed_at, failure } = row;
  return {
    id: row.id,
    scheduled_at: row.scheduled_at.toISOString(),
    params: {
      text: params.text,
      poll: params.poll,
      media_ids: params.media_ids.length === 0 ? null : params.media_ids,
      sensitive: params.sensitive,
      spoiler_text: params.spoiler_text,
      visibility: params.visibility,
      in_reply_to_id: params.in_reply_to_id === null ? null : Number(params.in_reply_to_id),
      language: params.language,
      application_id: row.app_id === null ? null : Number(row.app_id),
      scheduled_at: null,
      idempotency: params.idempotency,
      with_rate_limit: false,
    },
    media_attachments: params.media_ids.flatMap((id) => media.get(id) ?? []),
    roost: { failure: failure && failed_at && { at: failed_at.toISOString(), ...failure } },
  };
}
