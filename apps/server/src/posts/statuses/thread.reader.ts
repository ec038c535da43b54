import { Injectable } from '@nestjs/common';
import type { StatusContext } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';
import { depthFirst, type Reply } from './depth-first.js';
import { StatusReader } from './status.reader.js';

const MOST = 4096;

interface KinRow extends Reply {
  /** Steps up from the status for what it answers; null for its answers. */
  height: number | null;
}

// Indexes: status_pkey upwards, status_reply downwards. Deleted statuses are walked through, so that what hangs on them is still found.
const KIN = statement(
  'thread-of-status',
  `with recursive up as (
     select s.id, s.in_reply_to_id, 0 as height from status s where s.id = $1
     union all
     select p.id, p.in_reply_to_id, up.height + 1 from up join status p on p.id = up.in_reply_to_id where up.height < ${MOST}
   ),
   down as (
     select s.id, s.in_reply_to_id from status s where s.in_reply_to_id = $1
     union all
     select c.id, c.in_reply_to_id from down join status c on c.in_reply_to_id = down.id
   )
   (select id, in_reply_to_id as "parentId", height from up where height > 0)
   union all
   (select id, in_reply_to_id as "parentId", null from down limit ${MOST})`,
);

/** What a status answers, and what answers it. */
@Injectable()
export class ThreadReader {
  constructor(
    private readonly database: Database,
    private readonly reader: StatusReader,
  ) {}

  /**
   * Ancestors oldest first; descendants depth first, so that an answer follows what it answers. What the viewer may not see is left out,
   * also in between.
   * @throws NotFound
   */
  async context(viewerId: string, id: string): Promise<StatusContext> {
    const { row } = await this.reader.seen(viewerId, id);
    const kin = await this.database.read<KinRow>(KIN, [row.id]);
    const above = kin.filter((one) => one.height !== null).sort((a, b) => Number(b.height) - Number(a.height));
    const below = depthFirst(
      row.id,
      kin.filter((one) => one.height === null),
    );
    const [ancestors, descendants] = await Promise.all([
      this.reader.load(
        viewerId,
        above.map((one) => one.id),
      ),
      this.reader.load(viewerId, below),
    ]);
    return { ancestors, descendants };
  }
}
