import { Injectable } from '@nestjs/common';
import type { Search } from '@roost/contracts';
import { Settings } from '../../config/settings.js';
import { canBeShown } from '../../people/accounts/account.policy.js';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { StatusReader } from '../../posts/statuses/status.reader.js';
import { TagReader } from '../../posts/tags/tag.reader.js';

const PROFILE = /^\/(?:@|users\/)([a-z0-9_]{2,30})$/i;
const STATUS = /^\/@[a-z0-9_]{2,30}\/(\d{1,16})$/i;
const TAG = /^\/tags\/([^/]{1,200})$/;

/** Finds the very thing that an address of our own leads to: that is how apps open links. */
@Injectable()
export class ResolveAddress {
  constructor(
    private readonly settings: Settings,
    private readonly accounts: AccountReader,
    private readonly accountPresenter: AccountPresenter,
    private readonly statuses: StatusReader,
    private readonly tags: TagReader,
  ) {}

  /** @returns null when the text is no address of ours; nothing found when the viewer may not see what is there */
  async run(viewerId: string, text: string): Promise<Search | null> {
    const url = URL.parse(text.trim());
    if (url?.origin !== this.settings.publicUrl) return null;
    const status = STATUS.exec(url.pathname)?.[1];
    if (status !== undefined) return found({ statuses: await this.statuses.load(viewerId, [status]) });
    const handle = PROFILE.exec(url.pathname)?.[1];
    if (handle !== undefined) {
      const account = await this.accounts.byHandle(handle);
      return found({ accounts: account && canBeShown(account) ? [this.accountPresenter.present(account)] : [] });
    }
    const tag = TAG.exec(url.pathname)?.[1];
    return tag === undefined ? null : found({ hashtags: await this.tags.many(viewerId, [decoded(tag)]) });
  }
}

const found = (part: Partial<Search>): Search => ({ accounts: [], statuses: [], hashtags: [], ...part });

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return part;
  }
}
