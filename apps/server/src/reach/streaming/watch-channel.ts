import { Injectable } from '@nestjs/common';
import type { LiveChannel } from '@roost/contracts';
import { canBeShown } from '../../people/accounts/account.policy.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import type { Viewer } from '../../platform/access/principal.js';
import { Invalid, NotFound } from '../../platform/errors.js';
import { StatusReader } from '../../posts/statuses/status.reader.js';
import { ListReader } from '../../reading/lists/list.reader.js';
import { type Channel, parseChannel } from './channel.js';

/** Checks what a client wants to watch: what it may not see does not exist, here as everywhere. */
@Injectable()
export class WatchChannel {
  constructor(
    private readonly accounts: AccountReader,
    private readonly statuses: StatusReader,
    private readonly lists: ListReader,
  ) {}

  /** @throws Invalid for what is no channel, NotFound for a status, account or list that does not exist for this viewer */
  async run(viewer: Viewer, wanted: unknown): Promise<{ channel: Channel; name: LiveChannel; threadId: string | null }> {
    const parsed = parseChannel(wanted);
    if (!parsed) throw new Invalid('There is no such channel', undefined, 'live.unknown_channel');
    const { channel, name } = parsed;
    if (channel.kind === 'thread') {
      const { row } = await this.statuses.seen(viewer.accountId, channel.statusId);
      return { channel, name, threadId: row.thread_id };
    }
    if (channel.kind === 'account') {
      const account = await this.accounts.byId(channel.accountId);
      if (!account || !canBeShown(account)) throw new NotFound();
    }
    if (channel.kind === 'list') await this.lists.one(viewer.accountId, channel.listId);
    return { channel, name, threadId: null };
  }
}
